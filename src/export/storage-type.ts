import type { Field } from './table-declaration.ts';

/** How a cell is kept where bytes are counted: Parquet, SQL, R, Stata and pandas take their types from it. */
export type StorageType = 'text' | 'int32' | 'int64' | 'double' | 'boolean' | 'date';

/** Largest whole number that 32 bits hold. */
export const largestInt32 = 2 ** 31 - 1;

/** The storage of a field. A whole number takes 32 bits unless its declared bounds leave them; `number` is always a double. */
export function storageOf(field: Pick<Field, 'type' | 'min' | 'max'>): StorageType {
  if (field.type === 'string') return 'text';
  if (field.type === 'number') return 'double';
  if (field.type !== 'integer') return field.type;
  const reach = Math.max(Math.abs(field.min ?? 0), Math.abs(field.max ?? 0));
  return reach > largestInt32 ? 'int64' : 'int32';
}
