import { isoDate } from '../../engine/calendar.ts';
import type { ComparedMeasure } from '../compared-measures.ts';
import { differenceAt, measureAt, type Sides } from '../compared-sides.ts';
import { type DataTable, dataTable, rowUnit, words } from '../data-table.ts';
import { spreadOver } from '../pair-differences.ts';
import type { PairedRuns } from '../paired-runs.ts';
import { spreadFields } from './comparison-table.ts';

/** A measure on both sides and its difference, month by month up to `month`, with the middle 90% of the pairs' differences in each. */
export function comparedMonthsTable(
  name: string,
  sides: Sides,
  measure: ComparedMeasure,
  pairs: PairedRuns | undefined,
  month: number,
): DataTable {
  const { firstMonth } = sides.b.record;
  const months = Array.from({ length: month - firstMonth + 1 }, (_, at) => firstMonth + at);
  return dataTable(name, months, [
    words('date', isoDate),
    words('measure', () => measure.label),
    words('outcomes', () => measure.columns.join(' ')),
    rowUnit(() => measure.unit),
    words('a', () => sides.a.name),
    words('b', () => sides.b.name),
    { name: 'a_value', unit: 'as in unit', of: (at) => measureAt(sides.a.record, measure, at) },
    { name: 'b_value', unit: 'as in unit', of: (at) => measureAt(sides.b.record, measure, at) },
    { name: 'difference', unit: 'as in unit', of: (at) => differenceAt(sides, measure, at) },
    ...spreadFields<number>((at) => spreadOver(pairs, measure, { from: at, until: at }, sides.sign)),
  ]);
}
