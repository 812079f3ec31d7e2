import { firstFaction } from './accounts.ts';
import { fightersOf } from './capacity.ts';
import { learnedSkill, lineCount } from './effort.ts';
import { shareOf as heldBy } from './holdings.ts';
import { effortLines, revenueLines } from './lines.ts';
import type { Observable } from './observables.ts';
import { factionForceObservables } from './observe-force.ts';
import { shareOf } from './observe-month.ts';
import { incomeOf, type Reading } from './reading.ts';

/** What is recorded of each faction. */
export const factionObservables: readonly Observable[] = [
  {
    name: 'income_total_usd',
    unit: 'usd',
    meaning: 'income on all lines',
    read: (r, i) => incomeOf(r, undefined, i),
  },
  ...revenueLines.map(
    (line, l): Observable => ({
      name: `income_${line.id}_usd`,
      unit: 'usd',
      meaning: `income: ${line.meaning}`,
      read: (r, i) => incomeOf(r, l, i),
    }),
  ),
  {
    name: 'cash_usd',
    unit: 'usd',
    meaning: 'cash at the end of the month',
    read: (r, i) => r.world.state.balances[firstFaction + i] / 100,
  },
  {
    name: 'fighters_n',
    unit: 'persons',
    meaning: 'fighters, registered or paid by the faction',
    read: (r, i) => fightersOf(r.world, i, r.month),
  },
  {
    name: 'posts_share',
    unit: 'share',
    meaning: 'share held in crossings and inland posts, weighted by what each yields in all hands',
    read: postsShare,
  },
  {
    name: 'at_war',
    unit: 'switch',
    meaning: '1 while at war with another faction',
    read: (r, i) => (r.world.state.warLeft[i] > 0 ? 1 : 0),
  },
  {
    name: 'need_idx',
    unit: 'index',
    meaning: 'lambda: drive for local income, 1 at the start',
    read: (r, i) => r.world.state.need[i],
  },
  ...factionForceObservables,
  ...effortLines.map(
    (line, l): Observable => ({
      name: `skill_${line}_idx`,
      unit: 'index',
      meaning: `learned skill on ${line}, 1 at the start`,
      read: (r, i) => learnedSkill(r.world, i, l, r.month),
    }),
  ),
  ...effortLines.map(
    (line, l): Observable => ({
      name: `effort_${line}_idx`,
      unit: 'index',
      meaning: `effort on ${line}, 1 at the start`,
      read: (r, i) => r.world.state.effort[i * lineCount + l],
    }),
  ),
];

function postsShare({ world }: Reading, i: number): number {
  const { state } = world;
  let held = 0;
  let all = 0;
  for (let n = 0; n < state.pool.length; n++) {
    held += heldBy(state.holdings, n, i) * state.pool[n];
    all += state.pool[n];
  }
  return shareOf(held, all);
}
