import { join } from 'node:path';
import type { Cell } from '../csv.ts';
import type { DescribedTable } from '../described-table.ts';
import { parseCell } from '../parse-cell.ts';
import { readCsv } from '../read-csv.ts';
import { type Field, namesOf } from '../table-declaration.ts';
import { checkKeys } from './check-keys.ts';
import { type FirstOfEach, firstOfEach } from './first-of-each.ts';
import { type FolderProblem, wrong } from './folder-problem.ts';

/** Holds the rows of a CSV against its description: header, types, bounds, allowed values, keys, order and number; one row in memory at a time. */
export function* checkTable(folder: string, table: DescribedTable): Generator<FolderProblem> {
  const faults = firstOfEach();
  try {
    const rows = readRows(folder, table, faults);
    if (rows !== table.rows)
      yield wrong(table.path, `it has ${rows} rows; datapackage.json says ${table.rows}.`);
  } catch (error) {
    yield wrong(table.path, `it cannot be read as CSV: ${(error as Error).message}.`);
  }
  for (const sentence of faults.sentences()) yield wrong(table.path, sentence);
}

function readRows(folder: string, table: DescribedTable, faults: FirstOfEach): number {
  const records = readCsv(join(folder, table.path));
  const header = (records.next().value ?? []) as readonly string[];
  const names = namesOf(table.fields);
  if (header.join() !== names.join())
    throw new Error(`its header is not the columns of datapackage.json (${names.slice(0, 3).join(', ')}, …)`);
  const cells = table.fields.map((field) => checkCell(field, faults));
  const keys = checkKeys(folder, table, faults);
  let row = 0;
  for (const record of records) {
    row++;
    if (record.length !== names.length) {
      faults.add('width', row, `it has ${record.length} cells for ${names.length} columns`);
      continue;
    }
    for (let at = 0; at < cells.length; at++) cells[at](row, record[at]);
    keys.add(row, record);
  }
  keys.close();
  return row;
}

function checkCell(field: Field, faults: FirstOfEach): (row: number, text: string) => void {
  const parse = parseCell(field);
  return (row, text) => {
    let cell: Cell;
    try {
      cell = parse(text);
    } catch (error) {
      return faults.add(`type of ${field.name}`, row, `${field.name} is ${(error as Error).message}`);
    }
    const fault = outside(field, cell);
    if (fault !== undefined) faults.add(`bounds of ${field.name}`, row, `${field.name} is ${fault}`);
  };
}

function outside({ min, max, allowed }: Field, cell: Cell): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'number') {
    if (min !== undefined && cell < min) return `${cell}, below ${min}`;
    return max !== undefined && cell > max ? `${cell}, above ${max}` : undefined;
  }
  if (allowed === undefined || allowed.length === 0 || allowed.includes(String(cell))) return undefined;
  return `${JSON.stringify(cell)}, not one of ${allowed.join(', ')}`;
}
