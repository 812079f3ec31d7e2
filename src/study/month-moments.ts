import { isoDate } from '../engine/calendar.ts';
import type { TableRecord } from '../engine/recorder.ts';
import { type Interval, momentsInterval } from './interval.ts';

/** Running mean and spread of every cell of by_month over the replicates of one scenario; memory does not grow with them. */
export interface MonthMoments {
  readonly columns: readonly string[];
  readonly firstMonth: number;
  readonly months: number;
  readonly mean: Float64Array;
  /** Sum of squared distances from the mean. */
  readonly squares: Float64Array;
  n: number;
}

/** One cell of summary/by_scenario_month.csv. */
export interface MonthSummary extends Interval {
  readonly month: number;
  readonly date: string;
  readonly outcome: string;
}

/** Moments of nothing yet, for a table of this shape. */
export function createMoments(table: TableRecord, firstMonth: number): MonthMoments {
  const columns = table.spec.columns.map((column) => column.name);
  const cells = table.months * columns.length;
  return {
    columns,
    firstMonth,
    months: table.months,
    mean: new Float64Array(cells),
    squares: new Float64Array(cells),
    n: 0,
  };
}

/** Adds a run's by_month table (Welford 1962). */
export function addToMoments(moments: MonthMoments, table: TableRecord): void {
  moments.n++;
  for (let cell = 0; cell < moments.mean.length; cell++) {
    const distance = table.data[cell] - moments.mean[cell];
    moments.mean[cell] += distance / moments.n;
    moments.squares[cell] += distance * (table.data[cell] - moments.mean[cell]);
  }
}

/** Mean and 95% interval of every outcome in every month, month by month. */
export function* summariseMonths(moments: MonthMoments): Generator<MonthSummary> {
  for (let cell = 0; cell < moments.mean.length; cell++) {
    const width = moments.columns.length;
    const month = moments.firstMonth + Math.floor(cell / width);
    const interval = momentsInterval(moments.n, moments.mean[cell], moments.squares[cell]);
    yield { month, date: isoDate(month), outcome: moments.columns[cell % width], ...interval };
  }
}
