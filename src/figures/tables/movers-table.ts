import { isoDate } from '../../engine/calendar.ts';
import { type DataTable, dataTable, rowUnit, words } from '../data-table.ts';
import type { Mover } from '../movers.ts';

/** What moved, one number a row in its own unit: in the month, a month before, in the run it is compared with (its name in `compared_with`). */
export function moversTable(
  movers: readonly Mover[],
  of: string,
  month: number,
  comparedWith: string,
): DataTable {
  return dataTable('movers', movers, [
    words('date', () => isoDate(month)),
    words('of', () => of),
    words('outcome', ({ outcome }) => outcome),
    rowUnit(({ unit }) => unit),
    { name: 'value', unit: 'as in unit', of: ({ value }) => value },
    { name: 'month_before', unit: 'as in unit', of: ({ before }) => before },
    words('compared_with', () => comparedWith),
    { name: 'compared', unit: 'as in unit', of: ({ compared }) => compared },
    words('rules', ({ rules }) => rules.join(' ')),
  ]);
}
