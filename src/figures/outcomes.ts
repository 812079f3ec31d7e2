import type { ColumnSpec, TableSpec } from '../engine/recorder.ts';
import { recordedTables } from '../model/observables.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { formatMoney, formatShare } from './numbers.ts';

/** A column and the table it stands in. */
export interface Outcome {
  readonly table: TableSpec;
  readonly column: ColumnSpec;
}

/** The outcomes of that name in all recorded tables, or all outcomes. */
export function findOutcomes(name: string | undefined, world: WorldSpec): readonly Outcome[] {
  return recordedTables(world).flatMap((table) =>
    table.columns
      .filter((column) => name === undefined || column.name === name)
      .map((column) => ({ table, column })),
  );
}

/** A number in the words of its unit: `$39.3m`, `16.1%`, `12,300`, `1.04`. */
export function formatOutcome(value: number, unit: string): string {
  if (unit === 'usd') return formatMoney(value);
  if (unit === 'share') return formatShare(value);
  if (unit === 'days') return value.toFixed(1);
  if (unit === 'persons' || unit === 'count') return (Math.round(value) + 0).toLocaleString('en');
  return value.toFixed(3);
}

/** The same with its sign. */
export function formatDifference(value: number, unit: string): string {
  const text = formatOutcome(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
