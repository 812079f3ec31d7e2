import type { WrittenTable } from './csv-file.ts';
import { schemaVersion } from './dictionary.ts';
import type { OutputTable } from './table-declaration.ts';
import { tableSchema } from './table-schema.ts';

/** Which Parquet file a table has is said by a resource of its own; Frictionless has no other place for it. */
export const parquetEnding = '_parquet';

/** The text of datapackage.json, Frictionless Data Package v2: every table with its columns, size and checksum. */
export function dataPackageText(
  about: { readonly name: string; readonly title: string; readonly description: string },
  tables: readonly WrittenTable[],
): string {
  const declared = tables.map(({ table }) => table);
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: about.name,
    title: about.title,
    description: about.description,
    version: schemaVersion,
    resources: tables.flatMap((written) => resourcesOf(written, declared)),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function resourcesOf(written: WrittenTable, declared: readonly OutputTable[]): readonly object[] {
  const csv = {
    ...resourceOf(written, written, ''),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { ...tableSchema(written.table, declared), missingValues: [''] },
  };
  if (written.parquet === undefined) return [csv];
  const parquet = {
    ...resourceOf(written, written.parquet, parquetEnding),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    schema: tableSchema(written.table, declared),
  };
  return [csv, parquet];
}

function resourceOf(
  { table, rows }: WrittenTable,
  file: { readonly path: string; readonly bytes: number; readonly sha256: string },
  ending: string,
): object {
  return {
    name: `${table.name}${ending}`,
    path: file.path,
    type: 'table',
    description: table.description,
    rows,
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
  };
}
