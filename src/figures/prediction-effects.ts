import type { RunRecord } from '../model/run-record.ts';
import type { Window } from '../scenario/window.ts';
import type { PairedRuns } from './paired-runs.ts';
import { yearBefore } from './prediction-window.ts';
import { seriesOf } from './run-tables.ts';

/** The numbers of by_month of one run; undefined for a column that was not kept. */
export interface MonthlyRun {
  readonly firstMonth: number;
  readonly series: (column: string) => ArrayLike<number> | undefined;
}

/** A run and, where there is one, the run on the same draws that it is judged against. */
export interface JudgedRun {
  readonly run: MonthlyRun;
  readonly against: MonthlyRun | undefined;
}

/** Columns of by_month that are added up, some of them taken off. */
export type Effect = readonly (readonly [column: string, sign: 1 | -1])[];

/** The run that is shown. */
export function shownRun(record: RunRecord): MonthlyRun {
  return { firstMonth: record.firstMonth, series: (column) => seriesOf(record, 'by_month', column) };
}

/** The pairs that are played so far; without a baseline every scenario's run is judged by its own year before. */
export function judgedPairs(pairs: PairedRuns | undefined, hasBaseline: boolean): readonly JudgedRun[] {
  if (pairs === undefined) return [];
  const runOf = (data: Float64Array): MonthlyRun => ({
    firstMonth: pairs.firstMonth,
    series: (column) => {
      const place = pairs.columns.indexOf(column) * pairs.months;
      return place < 0 ? undefined : data.subarray(place, place + pairs.months);
    },
  });
  return pairs.scenario.map((data, at) => ({
    run: runOf(data),
    against: hasBaseline ? runOf(pairs.baseline[at]) : undefined,
  }));
}

/** What an effect came to a month: mean over the window less that of the other run or, without one, of the year before. NaN where a column was not kept. */
export function effectOf(effect: Effect, { run, against }: JudgedRun, window: Window): number {
  const [other, then] = against === undefined ? [run, yearBefore(window, run.firstMonth)] : [against, window];
  return effect.reduce(
    (sum, [column, sign]) => sum + sign * (meanIn(run, column, window) - meanIn(other, column, then)),
    0,
  );
}

/** Mean of a column over months of a run; NaN where it was not kept or does not reach over them. */
export function meanIn({ firstMonth, series }: MonthlyRun, column: string, { first, last }: Window): number {
  const values = series(column);
  if (values === undefined) return Number.NaN;
  let sum = 0;
  for (let month = first; month <= last; month++) sum += values[month - firstMonth] ?? Number.NaN;
  return sum / (last - first + 1);
}
