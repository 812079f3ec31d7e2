import { isoDate } from '../../engine/calendar.ts';
import { type Sides, yearUpTo } from '../compared-sides.ts';
import type { ComparisonRow } from '../comparison-rows.ts';
import { type DataField, type DataTable, dataTable, numbers, rowUnit, words } from '../data-table.ts';
import type { DifferenceSpread } from '../pair-differences.ts';

/** Measures on both sides, means of the months that `from_date` and `until_date` bound, with the middle 90% of the pairs' differences. */
export function comparisonTable(
  rows: readonly ComparisonRow[],
  sides: Sides,
  pairs: number,
  month: number,
): DataTable {
  const { from, until } = yearUpTo(month, sides.b.record.firstMonth);
  return dataTable('comparison', rows, [
    words('from_date', () => isoDate(from)),
    words('until_date', () => isoDate(until)),
    words('measure', ({ measure }) => measure.label),
    words('outcomes', ({ measure }) => measure.columns.join(' ')),
    rowUnit(({ measure }) => measure.unit),
    words('a', () => sides.a.name),
    words('b', () => sides.b.name),
    { name: 'a_value', unit: 'as in unit', of: ({ a }) => a },
    { name: 'b_value', unit: 'as in unit', of: ({ b }) => b },
    { name: 'difference', unit: 'as in unit', of: ({ difference }) => difference },
    ...spreadFields<ComparisonRow>(({ spread }) => spread),
    numbers('pairs_n', 'count', () => pairs),
  ]);
}

/** The ends of the middle 90% of pairs, and whether it includes zero; missing where there are too few pairs. */
export function spreadFields<Row>(spreadOf: (row: Row) => DifferenceSpread): readonly DataField<Row>[] {
  const end = (which: 'low' | 'high') => (row: Row) => {
    const spread = spreadOf(row);
    if (spread.kind === 'range') return spread[which];
    return spread.kind === 'none' ? 0 : Number.NaN;
  };
  const includesZero = (spread: DifferenceSpread): number => {
    if (spread.kind === 'few') return Number.NaN;
    return spread.kind === 'none' || spread.includesZero ? 1 : 0;
  };
  return [
    { name: 'difference_p05', unit: 'as in unit', of: end('low') },
    { name: 'difference_p95', unit: 'as in unit', of: end('high') },
    numbers('includes_zero', 'switch', (row) => includesZero(spreadOf(row))),
  ];
}
