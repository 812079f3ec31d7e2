import { join } from 'node:path';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell } from './csv.ts';
import type { WrittenFile } from './csv-file.ts';
import { openOutput } from './output-file.ts';
import { parquetSchema } from './parquet-cell.ts';
import { gatherRows, rowsInGroup } from './row-group.ts';
import type { OutputTable } from './table-declaration.ts';

/** Takes rows in order; nothing is there under the file's name until `close`. */
export interface ParquetFile {
  readonly write: (row: readonly Cell[]) => void;
  readonly close: () => WrittenFile;
  readonly abandon: () => void;
}

/** `tables/by_month.parquet` beside `tables/by_month.csv`. */
export function parquetPath(table: OutputTable): string {
  return table.path.replace(/\.csv$/, '.parquet');
}

/**
 * Opens a table as Parquet inside a folder, compressed with Snappy, one row group in memory at a time. The same rows give the same bytes.
 * A file begins when its first group is full. Throws on a cell that its column cannot hold, and what the disk throws.
 */
export function openParquet(folder: string, table: OutputTable, groupRows = rowsInGroup): ParquetFile {
  const rows = gatherRows(table.fields);
  let groups: ReturnType<typeof openGroups> | undefined;
  const flush = (): void => {
    groups ??= openGroups(folder, table);
    groups.write(rows.take());
  };
  return {
    write: (row) => {
      rows.add(row);
      if (rows.length() === groupRows) flush();
    },
    close: () => {
      if (groups === undefined || rows.length() > 0) flush();
      return groups!.close();
    },
    abandon: () => groups?.abandon(),
  };
}

function openGroups(folder: string, table: OutputTable) {
  const path = parquetPath(table);
  const output = openOutput(join(folder, path));
  const writer = streamTo(output.append);
  const parquet = new ParquetWriter({ writer, schema: parquetSchema(table.fields), createdBy: 'maabar' });
  const names = table.fields.map((field) => field.name);
  return {
    write: (columns: ReturnType<ReturnType<typeof gatherRows>['take']>): void => {
      const columnData = columns.map((data, at) => ({ name: names[at], data, offsetIndex: false }));
      parquet.write({ columnData, rowGroupSize: Math.max(1, columns[0].length) });
    },
    close: (): WrittenFile => {
      parquet.finish();
      return { path, ...output.close() };
    },
    abandon: output.abandon,
  };
}

/** A buffer that passes its bytes on after each row group and starts anew. */
function streamTo(append: (bytes: Uint8Array) => void): ByteWriter {
  const buffer = new ByteWriter(1 << 20);
  const flush = (): void => {
    append(buffer.getBytes());
    buffer.index = 0;
  };
  return Object.assign(buffer, { flush, finish: flush });
}
