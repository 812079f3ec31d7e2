import type { Size } from '../dashboard/paint/line.ts';
import { UsageError } from './usage-error.ts';

const smallest = { columns: 20, rows: 3 };
const largest = { columns: 500, rows: 200 };

/** Reads `--size 120x40`; 80x24 where nothing is said. Throws UsageError for what is no size. */
export function readSize(text = '80x24'): Size {
  const match = /^(\d{1,4})x(\d{1,4})$/.exec(text);
  const [columns, rows] = [Number(match?.[1]), Number(match?.[2])];
  const fits =
    columns >= smallest.columns &&
    columns <= largest.columns &&
    rows >= smallest.rows &&
    rows <= largest.rows;
  if (fits) return { columns, rows };
  throw new UsageError(
    `--size "${text}" is no size. Write columns and rows, 80x24, from ${smallest.columns}x${smallest.rows} to ${largest.columns}x${largest.rows}.`,
  );
}
