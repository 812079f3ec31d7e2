import { type Division, divisions } from '../../model/bargain.ts';
import { foundWorld } from '../../model/found-world.ts';
import { temptationOf, viewPact } from '../../model/monitoring.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { cheatChance, sustainableCohesion } from '../../model/temptation.ts';
import type { Change } from '../change-timeline.ts';
import { drawMap } from '../maps/draw-map.ts';
import { factionMeans, monthMean, sumOf } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { type Band, falls, rises, type ValidationRow } from '../validation-row.ts';
import { staticRow } from './static-row.ts';

type Toy = Shelf['toy'];
type Settings = Readonly<Record<string, Change>>;

const breach = 'Green and Porter 1984; Levenstein and Suslow 2011';
const bargain = 'Nash 1950; Skaperdas 1996; Powell 2006';

/** Comparative statics of the pact: what makes a member cheat, what a mediator is for, and who gets how much. */
export function pactStatics({ toy }: Shelf): readonly ValidationRow[] {
  return [...conditions(toy), ...members(toy), ...mediator(toy), ...capacities(toy)];
}

/** Two posts one behind the other in which all members hold a part, and a pact that may break. */
function road(toy: Toy, count: number, settings: Settings, months = 96) {
  const ids = Array.from({ length: count }, (_, i) => `f${i}`);
  const holders = (first: number) =>
    Object.fromEntries(ids.map((id, i) => [id, (i % 2 === first ? 1.4 : 0.6) / count]));
  const onRoad = {
    'pact.breakdown': 1,
    'pact.cohesion': 0.5,
    'posts.bypass_cost': 0.5,
    'pact.gate_conduct': 0,
    'need.enabled': 0,
  };
  const sketch = { id: 'road', factions: ids, gates: [null], posts: [holders(0), holders(1)], months };
  return drawMap(toy, sketch, settings, onRoad);
}

const raised: readonly (readonly [id: string, about: string, low: Settings, high: Settings])[] = [
  ['discount-factor', 'discount factor .95 to .99', { 'pact.patience': 0.95 }, { 'pact.patience': 0.99 }],
  [
    'cost-of-war',
    'cost of war raised: posts worth .8, then .4 in war',
    { 'pact.war_value': 0.8 },
    { 'pact.war_value': 0.4 },
  ],
  [
    'length-of-punishment',
    'punishment of 12, then 30 months of gain',
    { 'pact.punishment_months': 12 },
    { 'pact.punishment_months': 30 },
  ],
  [
    'compensation',
    'alarms settled .6, then always',
    { 'pact.settled_share': 0.6 },
    { 'pact.settled_share': 1 },
  ],
];

function conditions(toy: Toy): readonly ValidationRow[] {
  const four = (settings: Settings) => conditionOf(toy, 4, settings);
  return [
    ...raised.flatMap(([id, about, low, high]) =>
      conditionRows(id, about, falls, rises, () => [four(low), four(high)]),
    ),
    ...conditionRows('monitoring-noise', 'monitoring noise .15 to .4', rises, falls, () => [
      four({ 'pact.noise': 0.15 }),
      four({ 'pact.noise': 0.4 }),
    ]),
  ];
}

function members(toy: Toy): readonly ValidationRow[] {
  return conditionRows('number-of-members', 'eight members, not four', rises, falls, () => [
    conditionOf(toy, 4, {}),
    conditionOf(toy, 8, {}),
  ]);
}

interface Condition {
  readonly cheat: number;
  readonly cohesion: number;
}

/** P(cheat) of the first member at the start, and the cohesion that it sustains; chance plays no part. */
function conditionOf(toy: Toy, count: number, settings: Settings): Condition {
  const world = foundWorld(road(toy, count, settings), 'pact statics');
  const temptation = temptationOf(world, viewPact(world, 1), 0, 1);
  return { cheat: cheatChance(temptation), cohesion: sustainableCohesion(temptation) };
}

function conditionRows(
  id: string,
  about: string,
  cheat: Band,
  cohesion: Band,
  conditionsOf: () => readonly [Condition, Condition],
): readonly ValidationRow[] {
  const row = (part: keyof Condition, band: Band, what: string): ValidationRow => ({
    id: `C.${id}.${part}`,
    kind: 'comparative',
    about: `${about}: ${what}`,
    seen: 'the sign that the rule’s source expects',
    source: breach,
    band,
    use: 'judged',
    unit: 'ratio',
    runs: {},
    measure: () => {
      const [before, after] = conditionsOf();
      return { top: after[part] - before[part], bottom: before[part] };
    },
  });
  return [row('cheat', cheat, 'P(cheat)'), row('cohesion', cohesion, 'cohesion that can be sustained')];
}

function mediator(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: road(toy, 4, { 'pact.coordinator': 0.9 }),
    after: road(toy, 4, { 'pact.coordinator': 0 }),
  };
  const late = { first: 25, last: 96 };
  const row = (part: string, about: string, band: Band, column: string) =>
    staticRow(`C.mediator.${part}`, `mediator removed: ${about}`, band, breach, runs, (run) =>
      monthMean(run, column, late),
    );
  return [
    row('cohesion', 'cohesion', falls, 'pact_cohesion_idx'),
    {
      ...row('war', 'factions at war a month, difference', rises, 'war_factions_n'),
      unit: 'count',
      measure: ({ before, after }) =>
        monthMean(after, 'war_factions_n', late) - monthMean(before, 'war_factions_n', late),
    },
    row('trade', 'trade', falls, 'imports_usd'),
    row('duties', 'duties', falls, 'treasury_customs_usd'),
  ];
}

function capacities(toy: Toy): readonly ValidationRow[] {
  const talks = { 'pact.division': divisions.indexOf('nash' satisfies Division), 'pact.start_at_rest': 0 };
  const equal = road(toy, 4, { ...talks, 'pact.breakdown': 0 }, 24);
  const factions = equal.world.factions.map((each, i) => (i === 0 ? { ...each, capacity: 2 } : each));
  const stronger = { ...equal, world: { ...equal.world, factions } };
  const runs = { before: equal, after: stronger };
  const shares = (run: RunRecord): readonly number[] =>
    factionMeans(run, 'posts_share', { first: 13, last: 24 });
  const row = (part: string, about: string, band: Band, read: (run: RunRecord) => number) =>
    ({
      id: `C.capacity.${part}`,
      kind: 'comparative',
      about,
      seen: 'the sign that the rule’s source expects',
      source: bargain,
      band,
      use: 'judged',
      unit: 'ratio',
      runs: { before: equal },
      measure: ({ before }: Readonly<Record<string, RunRecord>>) => read(before),
    }) as const;
  return [
    staticRow(
      'C.capacity.share',
      'capacity of one faction of four doubled: its share',
      rises,
      bargain,
      runs,
      (run) => shares(run)[0],
    ),
    row('sum', 'shares after talks: how far their sum is from 1', { hi: 1e-9 }, (run) =>
      Math.abs(1 - sumOf(shares(run))),
    ),
    row(
      'equal',
      'equal capacity: largest difference of shares after talks; posts are lumpy',
      { hi: 0.02 },
      (run) => Math.max(...shares(run)) - Math.min(...shares(run)),
    ),
  ];
}
