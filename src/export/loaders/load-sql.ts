import type { WrittenTable } from '../csv-file.ts';
import { type StorageType, storageOf } from '../storage-type.ts';
import type { Field } from '../table-declaration.ts';
import { columnLabel } from './column-label.ts';
import { sqlText } from './quote.ts';

const types: Readonly<Record<StorageType, string>> = {
  text: 'VARCHAR',
  int32: 'INTEGER',
  int64: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/** The text of load/load.sql for DuckDB: every table typed, with a comment on each column. It is run from the study folder. */
export function sqlLoader(tables: readonly WrittenTable[]): string {
  return `-- Loads every table of this study into DuckDB, typed, with what each column is as its comment. In the study folder:
--   duckdb study.duckdb < load/load.sql
${tables.map(tableSql).join('')}`;
}

function tableSql(written: WrittenTable): string {
  const { name, description, fields } = written.table;
  const comments = fields.map(
    (field) => `COMMENT ON COLUMN ${name}.${field.name} IS ${sqlText(columnLabel(field))};\n`,
  );
  return `
CREATE OR REPLACE TABLE ${name} AS ${sourceSql(written)};
COMMENT ON TABLE ${name} IS ${sqlText(description)};
${comments.join('')}`;
}

function sourceSql({ path, parquet, table }: WrittenTable): string {
  if (parquet !== undefined) return `SELECT * FROM read_parquet(${sqlText(parquet.path)})`;
  const columns = table.fields.map(
    (field) => `  ${sqlText(field.name)}: ${sqlText(types[storageOf(field)])}`,
  );
  return `SELECT *${unguardedSql(table.fields)} FROM read_csv(${sqlText(path)}, auto_detect = false, header = true,
  delim = ',', quote = '"', escape = '"', nullstr = '', dateformat = '%Y-%m-%d', columns = {
${columns.join(',\n')}
})`;
}

/** Free texts lose the apostrophe that keeps a spreadsheet from running them. */
function unguardedSql(fields: readonly Field[]): string {
  const texts = fields.filter(({ type, allowed }) => type === 'string' && allowed === undefined);
  if (texts.length === 0) return '';
  const replaced = texts.map(
    ({ name }) => `regexp_replace(${name}, '^''(''*[=+@\\t\\r＝＋－＠-])', '\\1') AS ${name}`,
  );
  return ` REPLACE (\n  ${replaced.join(',\n  ')}\n)`;
}
