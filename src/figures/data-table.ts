import { type Unit, units } from '../engine/units.ts';

/** What a cell holds; NaN is a number that is missing. */
export type DataCell = string | number;

/** A column of a table of what is shown. */
export interface DataColumn {
  /** As tables of a study have it where they have it, `income_customs_usd`; its unit last. */
  readonly name: string;
  /** In words; empty for names, texts and dates. */
  readonly unit: string;
}

/** The numbers behind a picture, to be read elsewhere: shares 0 to 1, money in dollars, dates as first days of months. */
export interface DataTable {
  /** What one row is of, in one word or with hyphens; it stands in names of files. */
  readonly name: string;
  readonly columns: readonly DataColumn[];
  /** As many cells in each as there are columns. */
  readonly rows: readonly (readonly DataCell[])[];
}

/** A column and how its cell is read from a row. */
export interface DataField<Row> extends DataColumn {
  readonly of: (row: Row) => DataCell;
}

/** A column of names, texts or dates. */
export function words<Row>(name: string, of: (row: Row) => string): DataField<Row> {
  return { name, unit: '', of };
}

/** A column of numbers; NaN where one is missing. */
export function numbers<Row>(name: string, unit: Unit, of: (row: Row) => number): DataField<Row> {
  return { name, unit: units[unit], of };
}

/** The column that says in words what each row's numbers are counted in; empty where that is not known. */
export function rowUnit<Row>(of: (row: Row) => Unit | ''): DataField<Row> {
  const wordsOf = (unit: Unit | ''): string => (unit === '' ? '' : units[unit]);
  return words('unit', (row) => wordsOf(of(row)));
}

/** The table of rows read field by field. */
export function dataTable<Row>(
  name: string,
  rows: readonly Row[],
  fields: readonly DataField<Row>[],
): DataTable {
  return {
    name,
    columns: fields.map(({ name: column, unit }) => ({ name: column, unit })),
    rows: rows.map((row) => fields.map(({ of }) => of(row))),
  };
}
