import type { Unit } from '../engine/units.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Comparison } from './comparison.ts';
import { seriesOf } from './run-tables.ts';
import type { Subject } from './subject.ts';

/** Months that a gauge looks back on, the shown month included. */
export const gaugeMonths = 24;

/** One number in a month, with its way there. */
export interface Gauge {
  readonly label: string;
  readonly unit: Unit;
  readonly value: number;
  /** The same number in the run it is compared with; NaN where there is none. */
  readonly compared: number;
  /** Values of the last `gaugeMonths` months, oldest first; fewer at the start of a run. */
  readonly trend: readonly number[];
  /** What the Why view is asked of when the gauge is opened; undefined for all factions. */
  readonly subject: Subject | undefined;
}

/** A run's series of one number, month by month; undefined where the run did not keep it. */
export type Read = (record: RunRecord) => ArrayLike<number> | undefined;

/** One gauge; none where the run did not keep the number. */
export function gaugeOf(
  about: Pick<Gauge, 'label' | 'unit' | 'subject'>,
  read: Read,
  record: RunRecord,
  month: number,
  comparison?: Comparison,
): readonly Gauge[] {
  const series = read(record);
  if (series === undefined) return [];
  const other = comparison && read(comparison.record);
  const at = month - record.firstMonth;
  const value = series[at] ?? Number.NaN;
  const compared = other?.[month - (comparison?.record.firstMonth ?? 0)] ?? Number.NaN;
  return [{ ...about, value, compared, trend: lastMonths(series, record.firstMonth, month) }];
}

/** Reads a column of by_month. */
export function byMonth(column: string): Read {
  return (record) => seriesOf(record, 'by_month', column);
}

/** The last months of a series up to and with a month; `series[0]` is the value of `firstMonth`. */
function lastMonths(series: ArrayLike<number>, firstMonth: number, month: number): readonly number[] {
  const end = month - firstMonth + 1;
  return Array.from(
    { length: Math.max(0, Math.min(gaugeMonths, end)) },
    (_, at) => series[Math.max(0, end - gaugeMonths) + at],
  );
}
