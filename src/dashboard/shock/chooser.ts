import type { Keystroke } from '../keys.ts';

/** A list to choose one row of, narrowed by what is typed after `/`. */
export interface Chooser {
  /** Row among those that the filter leaves, from 0. */
  readonly row: number;
  readonly filter: string;
  /** Whether keys are text of the filter. */
  readonly isFiltering: boolean;
}

/** What can be chosen by name. */
export interface Named {
  readonly name: string;
}

const page = 10;
const longest = 40;

/** A list at its first row. */
export const freshChooser: Chooser = { row: 0, filter: '', isFiltering: false };

/** The rows whose name holds the filter's text, upper and lower case alike. */
export function chosenAmong<Row extends Named>({ filter }: Chooser, rows: readonly Row[]): readonly Row[] {
  const wanted = filter.toLowerCase();
  return rows.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** The row under the cursor; undefined where the filter leaves none. */
export function chosenRow<Row extends Named>(chooser: Chooser, rows: readonly Row[]): Row | undefined {
  return chosenAmong(chooser, rows)[chooser.row];
}

/** The list after a key that neither chooses nor leaves it. */
export function chooseKey(chooser: Chooser, key: Keystroke, rows: readonly Named[]): Chooser {
  if (chooser.isFiltering) return filterKey(chooser, key);
  if (key.action === 'filter') return { ...chooser, isFiltering: true };
  const last = Math.max(0, chosenAmong(chooser, rows).length - 1);
  const moves: Readonly<Record<string, number>> = { up: -1, down: 1, 'page-up': -page, 'page-down': page };
  const by = moves[key.action ?? ''] ?? 0;
  return { ...chooser, row: Math.max(0, Math.min(last, chooser.row + by)) };
}

/** Enter keeps the filter, Esc takes it away. */
function filterKey(chooser: Chooser, key: Keystroke): Chooser {
  if (key.action === 'open') return { ...chooser, isFiltering: false };
  if (key.action === 'close') return freshChooser;
  return { ...chooser, filter: typed(chooser.filter, key, longest), row: 0 };
}

/** A text after a key that is typed, at most so many characters. */
export function typed(text: string, key: Keystroke, most: number): string {
  const letters = key.action === 'erase' ? [...text].slice(0, -1) : [...text, ...key.text];
  return letters.slice(0, most).join('');
}
