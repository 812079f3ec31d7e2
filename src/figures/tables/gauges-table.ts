import { isoDate } from '../../engine/calendar.ts';
import { type DataTable, dataTable, rowUnit, words } from '../data-table.ts';
import type { Gauge } from '../gauge.ts';

/** Gauges in a month, one number a row in its own unit, beside the run that it is compared with. */
export function gaugesTable(
  name: string,
  gauges: readonly Gauge[],
  month: number,
  comparedWith: string,
): DataTable {
  return dataTable(name, gauges, [
    words('date', () => isoDate(month)),
    words('measure', ({ label }) => label),
    rowUnit(({ unit }) => unit),
    { name: 'value', unit: 'as in unit', of: ({ value }) => value },
    words('compared_with', () => comparedWith),
    { name: 'compared', unit: 'as in unit', of: ({ compared }) => compared },
  ]);
}
