import type { EventRecord, TableRecord } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Window } from '../scenario/window.ts';
import { findOutOfBounds } from './bounds-check.ts';
import { windowMeans } from './compare.ts';
import type { Failure, RunOutcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import { identityOf, type RunPlace } from './run-order.ts';

/** What a study keeps of a run that ended well. */
export interface KeptOk {
  readonly status: 'ok';
  readonly place: RunPlace;
  readonly digest: string;
  /** Means of the plan's outcomes over the windows of the run's scenario: `means[window * outcomes + outcome]`. */
  readonly means: Float64Array;
  /** The first cell outside its bounds, in words; null where none is. All tables are looked at, kept or not. */
  readonly outside: string | null;
  /** Of the tables that the plan keeps; by_month has only the plan's outcomes. */
  readonly tables: readonly TableRecord[];
  readonly events: readonly EventRecord[];
  readonly flows: RunRecord['flows'];
}

/** What a study keeps of a run that failed. */
export interface KeptFailure extends Failure {
  readonly status: 'failed';
  readonly place: RunPlace;
}

/** What a study keeps of a run that was attempted. */
export type KeptRun = KeptOk | KeptFailure;

/** Keeps of an attempted run what the plan asks for. */
export function keepRun(plan: Plan, place: RunPlace, outcome: RunOutcome): KeptRun {
  if (outcome.status === 'failed') {
    const { stage, code, message } = outcome;
    return { status: 'failed', place, stage, code, message };
  }
  const { record } = outcome;
  const month = selectColumns(byMonth(record.tables), plan.outcomes);
  const { windows } = plan.scenarios[place.scenario];
  const means = windows.map((window) => windowMeans(month, record.firstMonth, window));
  return {
    status: 'ok',
    place,
    digest: record.digest,
    means: Float64Array.from(means.flatMap((each) => [...each])),
    outside: findOutOfBounds(record.tables) ?? null,
    tables: record.tables
      .map((table) => (table.spec.name === 'by_month' ? month : table))
      .filter(({ spec }) => keeps(plan, spec.name)),
    events: keeps(plan, 'events') ? record.events : [],
    flows: keeps(plan, 'flows_month') ? record.flows : null,
  };
}

/** A run's means over one of the windows of its scenario, in the order of the plan's outcomes. */
export function meansOver(plan: Plan, run: KeptOk, { first, last }: Window): Float64Array {
  const { windows } = plan.scenarios[run.place.scenario];
  const width = plan.outcomes.length;
  const at = windows.findIndex((each) => each.first === first && each.last === last);
  return run.means.subarray(at * width, (at + 1) * width);
}

/** A kept run as the record of a run, with those of its tables that were kept. */
export function recordOf(plan: Plan, run: KeptOk): RunRecord {
  const { scenarioId, replicate, seed } = identityOf(plan, run.place);
  const { tables, events, flows, digest } = run;
  const { firstMonth, months } = plan;
  return { scenarioId, seed, replicate, firstMonth, months, tables, events, flows, digest };
}

/** The table of headline numbers. Throws where there is none. */
export function byMonth(tables: readonly TableRecord[]): TableRecord {
  const table = tables.find(({ spec }) => spec.name === 'by_month');
  if (table === undefined) throw new Error('the run has no table by_month');
  return table;
}

function keeps({ tables }: Plan, name: string): boolean {
  return (tables as readonly string[]).includes(name);
}

/** A table with some of its columns, in the order asked for; the very same table where that is all of them. */
function selectColumns(table: TableRecord, names: readonly string[]): TableRecord {
  const { spec, months, data } = table;
  const at = names
    .map((name) => spec.columns.findIndex((column) => column.name === name))
    .filter((index) => index >= 0);
  const width = spec.columns.length;
  if (at.length === width) return table;
  const kept = Float64Array.from(
    { length: (data.length / width) * at.length },
    (_, cell) => data[Math.floor(cell / at.length) * width + at[cell % at.length]],
  );
  return { spec: { ...spec, columns: at.map((index) => spec.columns[index]) }, months, data: kept };
}
