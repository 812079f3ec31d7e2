import { isoDate } from '../../engine/calendar.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';
import type { LedgerMonth } from '../ledger-month.ts';

/** The month's payments, one row for each tag and sector that paid or received under it; the rows of a tag sum to 0. */
export function paymentsTable(ledger: LedgerMonth | undefined, month: number): DataTable {
  const { rows = [], sectors = [] } = ledger?.matrix ?? {};
  const cells = rows.flatMap(({ line, cents }) =>
    cents.flatMap((amount, at) => (amount === 0 ? [] : [{ line, sector: sectors[at], amount }])),
  );
  return dataTable('payments', cells, [
    words('date', () => isoDate(month)),
    words('tag', ({ line }) => line),
    words('sector', ({ sector }) => sector),
    numbers('received_usd', 'usd', ({ amount }) => amount / 100),
  ]);
}
