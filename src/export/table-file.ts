import { type CsvFile, openCsv, type WrittenTable } from './csv-file.ts';
import { rowsInGroup } from './row-group.ts';
import type { OutputTable } from './table-declaration.ts';
import { writeTwin } from './write-twin.ts';

/** Takes rows in order; nothing is there under the table's name until `close`, which may wait for a process that writes. */
export interface TableFile {
  readonly write: CsvFile['write'];
  readonly close: () => Promise<WrittenTable>;
}

/**
 * Opens a table as CSV and, where it is large, leaves Parquet beside it. Large is a full row group, 100,000 rows: fewer load in a second from CSV
 * anywhere. What decides is the rows alone, which follow from the plan, so the same plan always leaves the same files.
 */
export function openTable(folder: string, table: OutputTable, groupRows = rowsInGroup): TableFile {
  const csv = openCsv(folder, table);
  return {
    write: csv.write,
    close: async () => {
      const written = csv.close();
      return written.rows < groupRows
        ? written
        : { ...written, parquet: await writeTwin({ folder, table, groupRows }) };
    },
  };
}
