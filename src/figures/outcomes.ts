import type { ColumnSpec, TableSpec } from '../engine/recorder.ts';
import { recordedTables } from '../model/observables.ts';
import type { WorldSpec } from '../model/world-spec.ts';

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
