import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../study/make-folder.ts';
import { ForeignFolder } from '../study/session.ts';
import type { Cell } from './csv.ts';
import { openCsv, type WrittenFile } from './csv-file.ts';
import type { DescribedTable } from './described-table.ts';
import { openExcelCsv, type Separators } from './excel-csv.ts';
import { isStudyFolder } from './folder-check/check-folder.ts';
import { openParquet, parquetPath } from './parquet-file.ts';
import { parseCell } from './parse-cell.ts';
import { readCsv } from './read-csv.ts';
import { type RunSelection, selects } from './run-selection.ts';
import { namesOf, type OutputTable } from './table-declaration.ts';

/** Another form of a study's tables. */
export interface ExportRequest {
  /** Of a finished study. */
  readonly folder: string;
  /** CSV tables of it. */
  readonly tables: readonly DescribedTable[];
  readonly out: string;
  readonly format: 'csv' | 'parquet' | 'excel';
  /** For `excel`. */
  readonly separators: Separators;
  /** All runs where undefined; the tables are then of runs. */
  readonly runs: RunSelection | undefined;
  /** Whether files of the same names may be replaced. */
  readonly replace: boolean;
}

/** A table that was written in another form. */
export interface ExportedFile extends WrittenFile {
  readonly rows: number;
}

/**
 * Writes tables of a study in another form into a folder, all of them or none: they are made beside it under other names and moved when the
 * last is whole. Throws ForeignFolder where a file of such a name is there and may not be replaced, and what the disk throws.
 */
export function exportTables(request: ExportRequest): readonly ExportedFile[] {
  refuseTaken(request);
  makeFolder(request.out);
  const staging = mkdtempSync(join(request.out, '.export-'));
  try {
    const files = request.tables.map((table) => exportTable(request, table, staging));
    for (const { path } of files) renameSync(join(staging, path), join(request.out, path));
    return files;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function refuseTaken({ out, tables, format, replace }: ExportRequest): void {
  if (isStudyFolder(out))
    throw new ForeignFolder(
      `${out} holds a study, and its files stay as they are. Name another folder with --out.`,
    );
  const taken = tables
    .map((table) => join(out, targetPath(table, format)))
    .filter((path) => existsSync(path));
  if (taken.length === 0 || replace) return;
  const [first, ...others] = taken;
  const more = others.length === 0 ? 'is' : `and ${others.length} more are`;
  throw new ForeignFolder(
    `${first} ${more} there already. Name another folder with --out, or replace with --replace.`,
  );
}

function targetPath(table: OutputTable, format: ExportRequest['format']): string {
  return format === 'parquet' ? parquetPath(flat(table)) : flat(table).path;
}

function flat(table: OutputTable): OutputTable {
  return { ...table, path: `${table.name}.csv` };
}

function exportTable(request: ExportRequest, table: DescribedTable, staging: string): ExportedFile {
  const file = openForm(request, flat(table), staging);
  let rows = 0;
  for (const row of typedRows(request, table)) {
    file.write(row);
    rows++;
  }
  const { path, bytes, sha256 } = file.close();
  return { path, bytes, sha256, rows };
}

interface Form {
  readonly write: (row: readonly Cell[]) => void;
  readonly close: () => WrittenFile;
}

function openForm({ format, separators }: ExportRequest, table: OutputTable, staging: string): Form {
  if (format === 'csv') return openCsv(staging, table);
  if (format === 'excel') return openExcelCsv(staging, table, separators);
  return openParquet(staging, table);
}

/** The selected rows of a table, read back to what they held. Throws ForeignFolder where the table is not as it was written. */
function* typedRows({ folder, runs }: ExportRequest, table: DescribedTable): Generator<readonly Cell[]> {
  const names = namesOf(table.fields);
  const parsers = table.fields.map(parseCell);
  const isSelected = runs === undefined ? undefined : selects(runs, names);
  try {
    const records = readCsv(join(folder, table.path));
    records.next();
    for (const record of records)
      if (isSelected === undefined || isSelected(record)) yield record.map((text, at) => parsers[at](text));
  } catch (error) {
    throw new ForeignFolder(
      `${join(folder, table.path)} is not as it was written: ${(error as Error).message}. The verb check says all that is wrong with ${folder}.`,
    );
  }
}
