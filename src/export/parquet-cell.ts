import type { SchemaElement } from 'hyparquet-writer';
import type { Cell } from './csv.ts';
import { largestInt32, type StorageType, storageOf } from './storage-type.ts';
import type { Field } from './table-declaration.ts';

/** A value as a Parquet column takes it; null is missing. */
export type ParquetValue = string | number | bigint | boolean | null;

const elements: Readonly<Record<StorageType, Partial<SchemaElement>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  int64: { type: 'INT64' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** The Parquet schema of a table's fields; every column may hold missing cells. */
export function parquetSchema(fields: readonly Field[]): SchemaElement[] {
  const columns = fields.map(
    (field): SchemaElement => ({
      name: field.name,
      repetition_type: 'OPTIONAL',
      ...elements[storageOf(field)],
    }),
  );
  return [{ name: 'schema', num_children: columns.length }, ...columns];
}

/** Turns the cells of a field into Parquet values. The function throws, naming the column, on a cell that its type cannot hold. */
export function parquetReader(field: Field): (cell: Cell) => ParquetValue {
  const read = readers[storageOf(field)];
  return (cell) => {
    if (cell === null || cell === undefined) return null;
    const value = read(cell);
    if (value === undefined) throw new Error(`${field.name} cannot hold ${JSON.stringify(cell)}`);
    return value;
  };
}

const readers: Readonly<Record<StorageType, (cell: string | number | boolean) => ParquetValue | undefined>> =
  {
    text: (cell) => (typeof cell === 'string' ? cell : undefined),
    int32: (cell) => wholeNumber(cell, largestInt32),
    int64: (cell) => {
      const value = wholeNumber(cell, Number.MAX_SAFE_INTEGER);
      return value === undefined ? undefined : BigInt(value);
    },
    double: (cell) => (Number.isFinite(cell) ? withoutMinusZero(cell as number) : undefined),
    boolean: (cell) => (typeof cell === 'boolean' ? cell : undefined),
    date: (cell) => daysSince1970(cell),
  };

function wholeNumber(cell: Cell, largest: number): number | undefined {
  if (!Number.isInteger(cell) || Math.abs(cell as number) > largest) return undefined;
  return withoutMinusZero(cell as number);
}

/** The CSV writes 0 for minus zero, and its twin holds what it says. */
function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}

function daysSince1970(cell: Cell): number | undefined {
  if (typeof cell !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(cell)) return undefined;
  const days = Date.parse(cell) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}
