import type { Size } from './paint/line.ts';
import { rowShown } from './paint/list-table.ts';
import type { Cell } from './panel.ts';
import type { ListName } from './place.ts';
import type { ScreenState } from './screen-state.ts';

/** What keys have done to lists. */
export type Lists = Pick<ScreenState, 'cursors' | 'filters' | 'orders' | 'reversed'>;

/** The row under the cursor of a list with so many rows, from 0; 0 for an empty one. */
export function cursorOf(state: Pick<Lists, 'cursors'>, list: ListName, count: number): number {
  return Math.max(0, Math.min(state.cursors[list] ?? 0, count - 1));
}

/** The rows whose text holds what the list's filter says, upper and lower case alike. */
export function filterRows<Row>(
  state: Lists,
  list: ListName,
  rows: readonly Row[],
  textOf: (row: Row) => string,
): readonly Row[] {
  const wanted = (state.filters[list] ?? '').toLowerCase();
  return wanted === '' ? rows : rows.filter((row) => textOf(row).toLowerCase().includes(wanted));
}

/** How a panel that is a table with a heading tells which row is at a cell; `below` lines at its foot are no rows. */
export function tableRows(
  state: Pick<Lists, 'cursors'>,
  list: ListName,
  countOf: () => number,
  below: (inside: Size) => number = () => 0,
): (at: Cell, inside: Size) => number | undefined {
  return ({ row }, inside) => {
    const count = countOf();
    return rowShown(count, cursorOf(state, list, count), inside.rows - 1 - below(inside), row - 1);
  };
}

/** The rows as the list's direction has them. */
export function directed<Row>(state: Lists, list: ListName, rows: readonly Row[]): readonly Row[] {
  return state.reversed[list] ? [...rows].reverse() : rows;
}

/** What a title says of the list's filter, with a comma before; empty for none. */
export function filterWords(state: Lists, list: ListName): string {
  const text = state.filters[list] ?? '';
  return text === '' ? '' : `, /${text}`;
}
