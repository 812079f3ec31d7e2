import { createHash } from 'node:crypto';

/** Longest name that every program takes (Stata). */
const longest = 32;

/**
 * Column of each varied parameter: `p_` and its name with `_` between its parts. A longer one is cut and ends with four hex digits of its own
 * name, so columns stay apart and never move when others are added.
 */
export function parameterColumns(names: readonly string[]): readonly string[] {
  const plain = names.map((name) => `p_${name.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase()}`);
  return plain.map((column, at) => {
    const isAlone = plain.every((other, index) => index === at || other !== column);
    return column.length <= longest && isAlone ? column : shortened(column, names[at]);
  });
}

function shortened(column: string, name: string): string {
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 4);
  return `${column.slice(0, longest - 5)}_${mark}`;
}
