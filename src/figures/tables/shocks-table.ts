import { isoDate } from '../../engine/calendar.ts';
import type { Shock } from '../../scenario/shock.ts';
import { type DataTable, dataTable, words } from '../data-table.ts';

/** What was thrown in, a row for each parameter that a shock sets; `until_date` is empty for good. */
export function shocksTable(thrown: readonly { readonly shock: Shock; readonly state: string }[]): DataTable {
  const rows = thrown.flatMap(({ shock, state }) =>
    Object.entries(shock.set).map(([parameter, formula]) => ({ ...shock, state, parameter, formula })),
  );
  return dataTable('shocks', rows, [
    words('from_date', ({ at }) => isoDate(at)),
    words('until_date', ({ until }) => (until === undefined ? '' : isoDate(until))),
    words('label', ({ label }) => label),
    words('state', ({ state }) => state),
    words('parameter', ({ parameter }) => parameter),
    words('formula', ({ formula }) => formula),
  ]);
}
