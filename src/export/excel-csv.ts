import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Cell } from './csv.ts';
import type { CsvFile } from './csv-file.ts';
import { guard } from './formula-guard.ts';
import { openOutput } from './output-file.ts';
import { namesOf, type OutputTable } from './table-declaration.ts';

/** What a spreadsheet of some country takes between cells and before decimals. */
export interface Separators {
  readonly delimiter: ',' | ';';
  readonly decimal: '.' | ',';
}

/** Rows that Excel shows under a header. */
export const excelRows = 1_048_575;

/** Where people write 1,5 a spreadsheet wants semicolons between cells. Throws RangeError on a text that is no locale. */
export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  const hasComma = parts.some(({ type, value }) => type === 'decimal' && value === ',');
  return hasComma ? { delimiter: ';', decimal: ',' } : { delimiter: ',', decimal: '.' };
}

/** Opens a table as the CSV that Excel opens by a double click: byte order mark, CRLF, the separators of a locale. */
export function openExcelCsv(folder: string, table: OutputTable, separators: Separators): CsvFile {
  const file = openOutput(join(folder, table.path));
  const lineOf = excelLine(separators);
  let rows = 0;
  file.append(Buffer.from(`\uFEFF${lineOf(namesOf(table.fields))}`));
  return {
    write: (row) => {
      file.append(Buffer.from(lineOf(row)));
      rows++;
    },
    close: () => ({ table, path: table.path, rows, ...file.close() }),
  };
}

function excelLine({ delimiter, decimal }: Separators): (cells: readonly Cell[]) => string {
  const cast = {
    boolean: (value: boolean) => (value ? '1' : '0'),
    number: (value: number) => String(value).replace('.', decimal),
  };
  return (cells) => {
    const guarded = cells.map((cell) => (typeof cell === 'string' ? guard(cell) : cell));
    return stringify([guarded], { delimiter, record_delimiter: '\r\n', cast });
  };
}
