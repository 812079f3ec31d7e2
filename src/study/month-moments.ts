import { isoDate } from '../engine/calendar.ts';
import type { TableRecord } from '../engine/recorder.ts';
import { type Interval, momentsInterval } from './interval.ts';
import { addTo, createMoments, type Moments } from './moments.ts';

/** Running mean and spread of every cell of by_month over the runs of one scenario; memory does not grow with them. */
export interface MonthMoments {
  readonly columns: readonly string[];
  readonly firstMonth: number;
  readonly cells: Moments;
}

/** One cell of summary/by_scenario_month.csv. */
export interface MonthSummary extends Interval {
  readonly month: number;
  readonly date: string;
  readonly outcome: string;
}

/** Moments of nothing yet, for a table of this shape. */
export function createMonthMoments(table: TableRecord, firstMonth: number): MonthMoments {
  const columns = table.spec.columns.map((column) => column.name);
  return { columns, firstMonth, cells: createMoments(table.months * columns.length) };
}

/** Adds a run's by_month table. */
export function addToMonths(moments: MonthMoments, table: TableRecord): void {
  addTo(moments.cells, table.data);
}

/** Mean and 95% interval of every outcome in every month, month by month. */
export function* summariseMonths(moments: MonthMoments): Generator<MonthSummary> {
  const { n, mean, squares } = moments.cells;
  for (let cell = 0; cell < mean.length; cell++) {
    const width = moments.columns.length;
    const month = moments.firstMonth + Math.floor(cell / width);
    const interval = momentsInterval(n, mean[cell], squares[cell]);
    yield { month, date: isoDate(month), outcome: moments.columns[cell % width], ...interval };
  }
}
