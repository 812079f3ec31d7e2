import { readFileSync } from 'node:fs';
import type { Problem } from '../engine/problem.ts';
import { wordMisread } from './misread-name.ts';

/** The points of a design that somebody made elsewhere: a column for each parameter, a row for each point. */
export interface DesignTable {
  readonly names: readonly string[];
  /** `cells[row * names.length + column]`. */
  readonly cells: Float64Array;
  readonly rows: number;
  /** The file as it was. */
  readonly text: string;
}

/** Reads a table of points: comma-separated numbers under one line of names. What is wrong is added to the problems, with line and column. */
export function readDesignTable(file: string, problems: Problem[]): DesignTable | undefined {
  const text = textOf(file, problems);
  if (text === undefined) return undefined;
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = cellsOf(head);
  const found: Problem[] = [];
  if (lines.length === 0)
    found.push({ file, line: 1, message: 'This table has no row under its names, so it has no point.' });
  for (const [at, name] of names.entries()) {
    const misread = wordMisread(
      name,
      'The column name',
      'The first line must name a parameter in each column.',
    );
    if (misread !== undefined) found.push({ file, line: 1, message: misread });
    if (names.indexOf(name) < at)
      found.push({ file, line: 1, message: `The column "${name}" stands twice.` });
  }
  const cells = new Float64Array(lines.length * names.length);
  for (const [row, line] of lines.entries()) readLine(file, row, line, names, cells, found);
  problems.push(...found.slice(0, mostTold));
  return found.length > 0 ? undefined : { names, cells, rows: lines.length, text };
}

/** A table saved in another form is wrong in every line; the first few say enough. */
const mostTold = 20;

function textOf(file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    problems.push({ file, message: `The table cannot be opened: ${(error as Error).message}.` });
    return undefined;
  }
}

function readLine(
  file: string,
  row: number,
  text: string,
  names: readonly string[],
  cells: Float64Array,
  problems: Problem[],
): void {
  const line = row + 2;
  const given = cellsOf(text);
  if (given.length !== names.length) {
    problems.push({
      file,
      line,
      message: `This line has ${given.length} cells under ${names.length} names.`,
    });
    return;
  }
  for (const [column, cell] of given.entries()) {
    const value = cell === '' ? Number.NaN : Number(cell);
    if (!Number.isFinite(value))
      problems.push({
        file,
        line,
        message: `"${cell.slice(0, 40)}" under "${names[column]}" is no number. Write 0.25, with a point and without spaces.`,
      });
    cells[row * names.length + column] = value;
  }
}

function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
