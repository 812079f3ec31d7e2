import { stringify } from 'csv-stringify/sync';
import { guard } from './formula-guard.ts';

/** What a cell may hold; null and undefined are missing and print as nothing. */
export type Cell = string | number | boolean | null | undefined;

/**
 * One line of RFC 4180 with its line feed: shortest numbers that read back as the same double, booleans as 0 and 1, missing as nothing,
 * texts that a spreadsheet would run as a formula disarmed with a leading apostrophe. Throws on a number that is not finite.
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) line += at === 0 ? csvCell(cells[at]) : `,${csvCell(cells[at])}`;
  return `${line}\n`;
}

/** Text of one cell. Numbers need no quoting, so only texts pay for the full rules. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return plainWord.test(cell) ? cell : quoted(cell);
}

/** Nothing in it that RFC 4180 quotes or a spreadsheet runs. */
const plainWord = /^[A-Za-z0-9_][A-Za-z0-9_. :/-]*$/;

function numberText(value: number): string {
  if (!Number.isFinite(value))
    throw new Error(`${value} cannot be written: a missing value is an empty cell`);
  return String(value === 0 ? 0 : value);
}

function quoted(text: string): string {
  return stringify([[guard(text)]], { eof: false });
}
