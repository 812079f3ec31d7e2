import type { Cell } from './csv.ts';
import { type ParquetValue, parquetReader } from './parquet-cell.ts';
import type { Field } from './table-declaration.ts';

/** Rows kept column by column until they make a row group: what readers of Parquet load at once, and the most that waits in memory. */
export interface RowGroup {
  readonly add: (row: readonly Cell[]) => void;
  readonly length: () => number;
  /** Gives the columns away and starts anew. */
  readonly take: () => ParquetValue[][];
}

/** Rows of a full row group. */
export const rowsInGroup = 100_000;

/** Starts a row group of a table's fields. `add` throws on a cell that its column cannot hold. */
export function gatherRows(fields: readonly Field[]): RowGroup {
  const readers = fields.map(parquetReader);
  const empty = (): ParquetValue[][] => readers.map(() => []);
  let columns = empty();
  return {
    add: (row) => {
      for (let at = 0; at < readers.length; at++) columns[at].push(readers[at](row[at]));
    },
    length: () => columns[0].length,
    take: () => {
      const taken = columns;
      columns = empty();
      return taken;
    },
  };
}
