import type { TableRecord, TableSpec } from '../../src/engine/recorder.ts';
import { origins } from '../../src/model/origin.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import type { Experiment } from '../../src/model/world-spec.ts';
import { digestOf } from '../../src/study/digest.ts';
import { createPlan, type Plan, type Planned } from '../../src/study/plan.ts';

const byMonth: TableSpec = {
  name: 'by_month',
  meaning: 'one row for each run and month',
  key: null,
  entities: [],
  columns: [
    { name: 'income_patron_usd', unit: 'usd', meaning: 'from the patron' },
    { name: 'income_local_usd', unit: 'usd', meaning: 'from all else' },
  ],
};

/** An experiment without a world: enough for everything above the model. */
export function madeUpExperiment(
  scenarioId: string,
  months = 4,
  changes: Experiment['changes'] = [],
): Experiment {
  const timeline = { firstMonth: 1, months, names: ['a'], values: new Float64Array(months) };
  const world = { id: 'made-up', factions: [], crossings: [], posts: [] } as unknown as Experiment['world'];
  return { scenarioId, title: scenarioId, world, timeline, changes };
}

/** A plan of such experiments, with the two outcomes that their runs have. */
export function madeUpPlan(asked: Partial<Planned> & Pick<Planned, 'experiments'>): Plan {
  return createPlan({
    name: 'cut',
    toolVersion: '1.0.0',
    modelVersion: 1,
    studySeed: 3,
    replicates: { from: 1, to: 4 },
    comparisons: asked.experiments.length > 1 ? [{ baseline: 0, scenario: 1 }] : [],
    outcomes: ['income_patron_usd', 'income_local_usd'],
    ...asked,
  });
}

/** A record whose cells are `cell(month, column)`; by_month alone, flows where asked. */
export function madeUpRecord(
  experiment: Experiment,
  seed: number,
  replicate: number,
  cell: (month: number, column: number) => number,
  keepFlows = false,
): RunRecord {
  const { firstMonth, months } = experiment.timeline;
  const data = Float64Array.from({ length: months * 2 }, (_, at) =>
    cell(firstMonth + Math.floor(at / 2), at % 2),
  );
  const tables: TableRecord[] = [{ spec: byMonth, months, data }];
  const recorded = { tables, events: [], flows: keepFlows ? twoPayments : null };
  const { scenarioId } = experiment;
  return { scenarioId, seed, replicate, firstMonth, months, ...recorded, digest: digestOf(recorded) };
}

const twoPayments: NonNullable<RunRecord['flows']> = {
  length: 2,
  month: Uint16Array.of(1, 1),
  from: Uint16Array.of(0, 0),
  to: Uint16Array.of(1, 1),
  line: Uint16Array.of(0, 0),
  place: Uint16Array.of(0, 0),
  goods: Uint16Array.of(0, 0),
  cents: Float64Array.of(150, 25),
  madeOf: new Float64Array(2 * 2 * origins.length),
  names: { accounts: ['patron', 'north'], lines: ['patron'], places: [''], goods: [''], origins },
};

/** Numbers that depend on scenario, replicate, month and column and on nothing else. */
export const playMadeUp = (experiment: Experiment, seed: number, replicate: number): RunRecord =>
  madeUpRecord(
    experiment,
    seed,
    replicate,
    (month, column) => seed + replicate * 10 + month + column / 7 + experiment.scenarioId.length / 3,
    replicate === 1,
  );
