import { shocksTable } from '../../figures/tables/shocks-table.ts';
import { cursorOf, tableRows } from '../list-state.ts';
import { listTable } from '../paint/list-table.ts';
import { proseLines } from '../paint/prose.ts';
import type { Panel } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import { shockColumns, shockRows, undoneRows } from './shock-rows.ts';

const keyWords = 's throws in, u undoes, U redoes, w writes a scenario file';

const emptyWords =
  'None yet: s chooses one; it holds from the month that is shown, and both runs keep their draws.';

/** The shocks thrown into the run on side `letter`; those taken back only while the panel is in focus, so that undo brings back the picture as it was. */
export function shocksPanel(snapshot: Snapshot, letter: 'A' | 'B', isInFocus: boolean): Panel {
  const rows = [...shockRows(snapshot), ...(isInFocus ? undoneRows(snapshot) : [])];
  // Out of focus the pointer stands at the shock that `u` takes back.
  const cursor = isInFocus ? cursorOf(snapshot.state, 'shocks', rows.length) : rows.length - 1;
  return {
    titleFor: ({ columns }) => {
      const title = `Live shocks on ${letter}`;
      const whole = `${title} (${keyWords})`;
      return whole.length + 4 <= columns ? whole : title;
    },
    paint: (size, theme) =>
      rows.length === 0
        ? proseLines(emptyWords, size.columns, 'dim')
        : listTable(rows, shockColumns, cursor, size, theme),
    table: () => shocksTable(rows),
    list: {
      name: 'shocks',
      rowAt: tableRows(snapshot.state, 'shocks', () => rows.length),
      targets: () =>
        rows.map(({ shock, state: how }) =>
          how === 'fired' ? { to: 'why', subject: { kind: 'change', month: shock.at } } : undefined,
        ),
    },
  };
}
