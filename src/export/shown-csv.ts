import type { AboutShown } from '../figures/about-shown.ts';
import type { DataTable } from '../figures/data-table.ts';
import { type Cell, csvLine } from './csv.ts';

/** What each row opens with and ends with, of what the screen says of itself. */
const [before, after] = [
  ['scenario_id', 'study', 'seed', 'replicate'],
  ['shown_date', 'shocks', 'progress', 'model_version', 'note'],
];

/**
 * A shown table as CSV with a header. A file that is handed on alone must still say what it is, and comment lines break readers, so each row
 * opens with scenario or study, seed and replicate, and ends with the month shown and shocks or how far the study was, the model's version and the disclaimer.
 */
export function shownCsv(about: AboutShown, { columns, rows }: DataTable): string {
  const [start, end] = [pick(about, before), pick(about, after)];
  const header = [...Object.keys(start), ...columns.map(({ name }) => name), ...Object.keys(end)];
  const lines = rows.map((row) =>
    csvLine([...Object.values(start), ...row.map(cellOf), ...Object.values(end)]),
  );
  return csvLine(header) + lines.join('');
}

/** Those of the names that it says something under, in their order; lists as one text. */
function pick(about: AboutShown, names: readonly string[]): Readonly<Record<string, Cell>> {
  const said: Readonly<Record<string, string | number | readonly string[]>> = { ...about };
  const cells = names.flatMap((name) => (said[name] === undefined ? [] : [[name, textOf(said[name])]]));
  return Object.fromEntries(cells);
}

function textOf(value: string | number | readonly string[]): string | number {
  return typeof value === 'object' ? value.join('; ') : value;
}

function cellOf(cell: string | number): Cell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}
