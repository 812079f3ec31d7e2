import type { Cell } from './csv.ts';
import { type OutputTable, textField } from './table-declaration.ts';

/** Rises whenever a column of an exported table is added, renamed or changes its meaning. */
export const schemaVersion = '1';

/** `codebook.csv`: every column of every table in words. */
export const codebookTable: OutputTable = {
  name: 'codebook',
  path: 'codebook.csv',
  description: 'one row for each column of each table: type, unit, meaning, bounds',
  primaryKey: ['table_name', 'column_name'],
  fields: [
    textField('table_name', 'the table'),
    textField('column_name', 'the column'),
    textField('type', 'what a cell holds', ['string', 'integer', 'number', 'boolean', 'date']),
    textField('unit', 'unit in words; empty for names and texts'),
    textField('description', 'what the number is'),
    textField('min', 'smallest value allowed; empty where there is no bound'),
    textField('max', 'largest value allowed; empty where there is no bound'),
    textField('allowed', 'values allowed, with | between them; empty where any'),
    textField('source', 'where the column comes from'),
    textField('since_schema', 'version of the tables in which the column appeared'),
  ],
};

/** Rows of the codebook, table by table, column by column. */
export function* codebookRows(tables: readonly OutputTable[]): Generator<readonly Cell[]> {
  for (const table of tables)
    for (const field of table.fields)
      yield [
        table.name,
        field.name,
        field.type,
        field.unit,
        field.description,
        field.min?.toString(),
        field.max?.toString(),
        field.allowed?.join('|'),
        sourceOf(table),
        schemaVersion,
      ];
}

function sourceOf({ path }: OutputTable): string {
  if (path.startsWith('tables/')) return 'recorded by the model';
  return path.startsWith('summary/') ? 'computed from the tables' : 'written by the study';
}
