import { sum } from '../engine/sum.ts';
import { fightersOf } from './capacity.ts';
import { declareChannel, fixerChannel, smuggleChannel } from './channels.ts';
import { institutionalLines, revenueLines } from './lines.ts';
import type { Observable } from './observables.ts';
import { dollarObservables } from './observe-dollars.ts';
import { forceObservables } from './observe-force.ts';
import { frontObservables } from './observe-fronts.ts';
import { incomeOf, passedBy, type Reading } from './reading.ts';

const lineIndex = (id: string) => revenueLines.findIndex((line) => line.id === id);
const patronLine = lineIndex('patron');

const localIncome = (reading: Reading) => incomeOf(reading) - incomeOf(reading, patronLine);

/** a / b, and 0 where there is nothing to divide. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** The headline numbers of a month, each with its meaning and how it is read. */
export const monthObservables: readonly Observable[] = [
  {
    name: 'income_total_usd',
    unit: 'usd',
    meaning: 'income of all factions on all lines',
    read: (r) => incomeOf(r),
  },
  ...revenueLines.map(
    (line, l): Observable => ({
      name: `income_${line.id}_usd`,
      unit: 'usd',
      meaning: `income of all factions: ${line.meaning}`,
      read: (r) => incomeOf(r, l),
    }),
  ),
  {
    name: 'income_local_usd',
    unit: 'usd',
    meaning: 'income of all factions but for the patron line',
    read: localIncome,
  },
  {
    name: 'income_instit_share',
    unit: 'share',
    meaning:
      'share of institutional lines (customs, contracts, dollar window) in local income; 0 where there is none',
    read: (r) =>
      shareOf(
        institutionalLines.reduce((sum, id) => sum + incomeOf(r, lineIndex(id)), 0),
        localIncome(r),
      ),
  },
  {
    name: 'treasury_customs_usd',
    unit: 'usd',
    meaning: 'customs duty that reaches the treasury',
    read: (r) => sum(r.dutyAt) / 100,
  },
  {
    name: 'duty_owed_usd',
    unit: 'usd',
    meaning: "duty that the month's imports owe by law",
    read: (r) => sum(r.owedAt),
  },
  {
    name: 'duty_paid_share',
    unit: 'share',
    meaning: 'duty paid over duty owed; 0 where nothing is owed',
    read: (r) => shareOf(sum(r.dutyAt) / 100, sum(r.owedAt)),
  },
  {
    name: 'imports_usd',
    unit: 'usd',
    meaning: 'value of goods brought in by any channel',
    read: (r) => passedBy(r),
  },
  {
    name: 'declared_usd',
    unit: 'usd',
    meaning: 'value of goods declared in full',
    read: (r) => passedBy(r, declareChannel),
  },
  {
    name: 'fixer_usd',
    unit: 'usd',
    meaning: 'value of goods passed by a fixer',
    read: (r) => passedBy(r, fixerChannel),
  },
  {
    name: 'smuggled_usd',
    unit: 'usd',
    meaning: 'value of goods smuggled around a gate',
    read: (r) => passedBy(r, smuggleChannel),
  },
  {
    name: 'gate_price_share',
    unit: 'share',
    meaning: 'mean gate price: share of the saving that a fixer takes, weighted by fixed traffic',
    read: meanGatePrice,
  },
  {
    name: 'inland_charge_usd',
    unit: 'usd',
    meaning: 'mean charge for each truck that an inland post makes pay; 0 where none pays',
    read: meanInlandCharge,
  },
  {
    name: 'pact_cohesion_idx',
    unit: 'index',
    meaning: 'cohesion of the pact, kappa',
    read: (r) => r.world.state.cohesion,
  },
  {
    name: 'misfit_idx',
    unit: 'index',
    meaning:
      'share of the take at posts that is not where power would have it, side payments counted; 0 without talks',
    read: (r) => r.world.state.misfit,
  },
  {
    name: 'war_factions_n',
    unit: 'count',
    meaning: 'factions at war with another at the end of the month',
    read: (r) => r.world.state.warLeft.filter((left) => left > 0).length,
  },
  {
    name: 'clashes_n',
    unit: 'count',
    meaning: 'clashes at posts',
    read: (r) => r.world.state.clashes,
  },
  {
    name: 'fighters_n',
    unit: 'persons',
    meaning: 'fighters of all factions, registered or paid by the faction',
    read: allFighters,
  },
  {
    name: 'payroll_wages_usd',
    unit: 'usd',
    meaning: 'state wages that reach registered fighters',
    read: (r) => r.stateWages / 100,
  },
  {
    name: 'patron_income_idx',
    unit: 'index',
    meaning: "the patron's oil income over its reference",
    read: (r) => r.patronIndex,
  },
  {
    name: 'need_idx',
    unit: 'index',
    meaning: 'lambda: mean drive for local income over factions, 1 at the start',
    read: (r) => shareOf(sum(r.world.state.need), r.world.state.need.length),
  },
  ...dollarObservables,
  ...frontObservables,
  {
    name: 'posts_hhi_idx',
    unit: 'index',
    meaning: 'Herfindahl index of customs and inland income over factions; 0 where there is none',
    read: postsConcentration,
  },
  ...forceObservables,
];

function meanGatePrice({ world, passed }: Reading): number {
  let weighted = 0;
  let fixed = 0;
  for (let c = 0; c < world.network.crossings; c++) {
    const value = passed[c * 3 + fixerChannel];
    weighted += value * world.state.prices[c];
    fixed += value;
  }
  return shareOf(weighted, fixed);
}

function meanInlandCharge({ world }: Reading): number {
  const { network, trade, state, market } = world;
  let taken = 0;
  let trucks = 0;
  for (let n = network.crossings; n < state.pool.length; n++) {
    taken += state.pool[n];
    trucks += trade.trucks[n] * market.exposure.paying[n];
  }
  return shareOf(taken, trucks);
}

function allFighters({ world, month }: Reading): number {
  return world.spec.factions.reduce((sum, _, i) => sum + fightersOf(world, i, month), 0);
}

function postsConcentration(reading: Reading): number {
  const takes = reading.world.spec.factions.map(
    (_, i) => incomeOf(reading, lineIndex('customs'), i) + incomeOf(reading, lineIndex('inland'), i),
  );
  const all = takes.reduce((sum, take) => sum + take, 0);
  return takes.reduce((sum, take) => sum + shareOf(take, all) * shareOf(take, all), 0);
}
