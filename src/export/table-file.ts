import { type CsvFile, openCsv } from './csv-file.ts';
import { openParquet } from './parquet-file.ts';
import { rowsInGroup } from './row-group.ts';
import type { OutputTable } from './table-declaration.ts';

/**
 * Opens a table as CSV and, where it is large, as Parquet beside it. Large is a full row group, 100,000 rows: fewer load in a second from CSV
 * anywhere. What decides is the rows alone, which follow from the plan, so the same plan always leaves the same files.
 */
export function openTable(folder: string, table: OutputTable, groupRows = rowsInGroup): CsvFile {
  const csv = openCsv(folder, table);
  const parquet = openParquet(folder, table, { onlyLarge: true, groupRows });
  return {
    write: (row) => {
      csv.write(row);
      parquet.write(row);
    },
    close: () => {
      const written = csv.close();
      const twin = parquet.close();
      return twin === undefined ? written : { ...written, parquet: twin };
    },
  };
}
