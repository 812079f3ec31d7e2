import type { ColumnSpec, TableRecord } from '../engine/recorder.ts';
import type { Unit } from '../engine/units.ts';

/** The first cell of a run's tables that lies below what its unit allows, as words; undefined where all are in bounds. */
export function findOutOfBounds(tables: readonly TableRecord[]): string | undefined {
  for (const table of tables) {
    const found = findInTable(table);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Least value of a unit, or undefined. Shares may exceed 1 where a price is a share of cargo value, so only their floor is declared. */
export function leastOf(unit: Unit): number | undefined {
  return unit === 'share' || unit === 'persons' || unit === 'count' || unit === 'days' ? 0 : undefined;
}

function findInTable({ spec, data }: TableRecord): string | undefined {
  const least = spec.columns.map((column) => leastOfColumn(column));
  for (let cell = 0; cell < data.length; cell++) {
    const column = cell % least.length;
    if (data[cell] >= least[column]) continue;
    return `${spec.name}.${spec.columns[column].name} is ${data[cell]}, row ${Math.floor(cell / least.length) + 1}`;
  }
  return undefined;
}

function leastOfColumn({ unit, labels }: ColumnSpec): number {
  return labels === undefined ? (leastOf(unit) ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
}
