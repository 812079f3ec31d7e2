import { join } from 'node:path';
import { type Cell, csvLine } from './csv.ts';
import { openOutput } from './output-file.ts';
import { namesOf, type OutputTable } from './table-declaration.ts';

/** A file that was written: what datapackage.json and manifest.json say of it. */
export interface WrittenFile {
  /** Inside the study folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** A table that was written. */
export interface WrittenTable extends WrittenFile {
  readonly table: OutputTable;
  readonly rows: number;
  /** The same rows as Parquet, where the table is large. */
  readonly parquet?: WrittenFile;
}

/** The files of a table, its CSV first. */
export function filesOf(written: WrittenTable): readonly WrittenFile[] {
  return written.parquet === undefined ? [written] : [written, written.parquet];
}

/** Takes rows in order; nothing is there under the table's name until `close`. */
export interface CsvFile {
  readonly write: (row: readonly Cell[]) => void;
  readonly close: () => WrittenTable;
}

const bufferLength = 1 << 20;

/** Opens a table for writing inside a study folder: header first, memory flat however many rows follow. Throws what the disk throws. */
export function openCsv(folder: string, table: OutputTable): CsvFile {
  const file = openOutput(join(folder, table.path));
  const width = table.fields.length;
  let text = csvLine(namesOf(table.fields));
  let rows = 0;
  const flush = (): void => {
    file.append(Buffer.from(text));
    text = '';
  };
  return {
    write: (row) => {
      if (row.length !== width) throw new Error(`${table.name} takes ${width} cells, not ${row.length}`);
      text += csvLine(row);
      rows++;
      if (text.length > bufferLength) flush();
    },
    close: () => {
      flush();
      return { table, path: table.path, rows, ...file.close() };
    },
  };
}

/** Writes a table whose rows are at hand. */
export function writeCsv(folder: string, table: OutputTable, rows: Iterable<readonly Cell[]>): WrittenTable {
  const file = openCsv(folder, table);
  for (const row of rows) file.write(row);
  return file.close();
}
