import { columnOf } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';
import { attemptRun, type FailedRun } from './outcome.ts';
import { type Job, playWithoutFlows } from './player.ts';

/** A run of which only some columns of by_month are kept. Plain data. */
export interface ColumnsJob extends Job {
  readonly columns: readonly string[];
}

/** The columns of a run, one after another, month after month in each; or why there is none. */
export type ColumnsOutcome = { readonly status: 'ok'; readonly values: Float64Array } | FailedRun;

/** Plays a run in this thread and keeps its columns alone. Throws for a name that is no column of by_month. */
export function playColumns({ experiment, studySeed, replicate, columns }: ColumnsJob): ColumnsOutcome {
  const outcome = attemptRun(playWithoutFlows, experiment, studySeed, replicate);
  return outcome.status === 'failed' ? outcome : { status: 'ok', values: columnsOf(outcome.record, columns) };
}

function columnsOf({ tables, months }: RunRecord, columns: readonly string[]): Float64Array {
  const byMonth = tables.find(({ spec }) => spec.name === 'by_month')!;
  const values = new Float64Array(columns.length * months);
  for (const [at, column] of columns.entries()) values.set(columnOf(byMonth, column), at * months);
  return values;
}
