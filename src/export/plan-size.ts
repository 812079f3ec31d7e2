import { recordedTables } from '../model/observables.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import type { Plan } from '../study/plan.ts';
import { countRuns } from '../study/run-order.ts';
import { keptTablesOf } from './run-files.ts';

/** What a plan will leave: rows of all tables, and bytes on the disk, chunks included. Flows and events are not counted before they happen. */
export interface PlanSize {
  readonly runs: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Measured: the text of a number with its comma, and of the columns that open a row. */
const bytesOfCell = 12;
const bytesOfKey = 75;
/** Measured: the replay command and digest of runs.csv, and a run's place in the header of its chunk. */
const bytesOfRun = 430;

/** Judges by its shape what a plan will leave. */
export function sizeOf(plan: Plan, world: WorldSpec): PlanSize {
  const runs = countRuns(plan);
  const windows = Math.max(...plan.scenarios.map((scenario) => scenario.windows.length));
  const cells = plan.outcomes.length + plan.design.parameters.length;
  const kept = recordedTables(world).map((table) => {
    const declared = keptTablesOf(plan, world).find(({ name }) => name === table.name);
    const rows = declared === undefined ? 0 : plan.months * (table.key === null ? 1 : table.entities.length);
    return { rows, bytes: rows * (bytesOfKey + (declared?.fields.length ?? 0) * (bytesOfCell + 8)) };
  });
  const rows = kept.reduce((sum, table) => sum + table.rows, 0);
  const bytes = kept.reduce((sum, table) => sum + table.bytes, 0);
  const means = cells * bytesOfCell + plan.outcomes.length * windows * 8 + bytesOfKey + bytesOfRun;
  return { runs, rows: runs * (rows + 2), bytes: runs * (bytes + means) };
}
