import type { Field } from '../table-declaration.ts';

/** What a column is, with its unit in brackets: `what all lines bring [US dollars]`. */
export function columnLabel({ description, unit }: Field): string {
  return unit === '' ? description : `${description} [${unit}]`;
}
