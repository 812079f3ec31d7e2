import type { Cell } from './csv.ts';
import { unguard } from './formula-guard.ts';
import type { Field } from './table-declaration.ts';

/** Reads the cells of a field back from their text; an empty one is null. The function throws, saying what the text is not, where it is none of its type. */
export function parseCell(field: Pick<Field, 'type'>): (text: string) => Cell {
  const { read, kind } = parsers[field.type];
  return (text) => {
    if (text === '') return null;
    const cell = read(text);
    if (cell === undefined) throw new Error(`${JSON.stringify(text)}, which is no ${kind}`);
    return cell;
  };
}

interface Parser {
  readonly kind: string;
  /** Undefined for a text that is none of its kind. */
  readonly read: (text: string) => Cell;
}

const parsers: Readonly<Record<Field['type'], Parser>> = {
  string: { kind: 'text', read: unguard },
  integer: { kind: 'whole number', read: (text) => whole(text) },
  number: { kind: 'finite number', read: (text) => finite(text) },
  boolean: { kind: '0 or 1', read: (text) => (text === '1' ? true : text === '0' ? false : undefined) },
  date: { kind: 'date like 2018-05-01', read: (text) => (isDate(text) ? text : undefined) },
};

function whole(text: string): number | undefined {
  const value = finite(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

function finite(text: string): number | undefined {
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
