import { nameMonth } from '../engine/calendar.ts';
import { ledgerMonth } from '../figures/ledger-month.ts';
import { paymentsTable } from '../figures/tables/payments-table.ts';
import type { RunRecord } from '../model/run-record.ts';
import { cursorOf } from './list-state.ts';
import { ledgerTable, sectorsAcross } from './paint/ledger-table.ts';
import { proseLines } from './paint/prose.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** Who paid and who received in the month, sectors across; up and down scroll the sectors. */
export function ledgerPanel({ state }: Snapshot, { flows }: RunRecord): Panel {
  const { month } = state.player;
  const title = `Who paid (-) and received (+), ${nameMonth(month)}, $m`;
  if (flows === null)
    return {
      titleFor: () => title,
      paint: (size) =>
        proseLines('This run kept no payments; the first replicate of a run does.', size.columns, 'dim'),
      table: () => paymentsTable(undefined, month),
      list: { name: 'ledger', targets: () => [] },
    };
  return {
    titleFor: ({ columns }) => {
      const count = ledgerMonth(flows, month).moving.length;
      const across = sectorsAcross(columns);
      if (count <= across) return title;
      const from = Math.min(cursorOf(state, 'ledger', count), count - across);
      return `${title} (sectors ${from + 1}-${from + across} of ${count})`;
    },
    paint: (size, theme) => {
      const ledger = ledgerMonth(flows, month);
      return ledgerTable(ledger, cursorOf(state, 'ledger', ledger.moving.length), size, theme);
    },
    table: () => paymentsTable(ledgerMonth(flows, month), month),
    list: { name: 'ledger', targets: () => ledgerMonth(flows, month).moving.map(() => undefined) },
  };
}
