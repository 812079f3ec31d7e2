import { setImmediate } from 'node:timers/promises';
import { recordedTables } from '../model/observables.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import type { KeptRun } from '../study/kept-run.ts';
import type { Plan } from '../study/plan.ts';
import { outcomeColumns } from '../study/summarise.ts';
import type { Cell } from './csv.ts';
import type { WrittenTable } from './csv-file.ts';
import { eventRows, eventsTable, flowRows, flowsTable, recordedRows } from './month-tables.ts';
import { outcomeRow, outcomesTable, runRow, runsTable } from './run-tables.ts';
import { type OutputTable, recordedTable } from './table-declaration.ts';
import { openTable, type TableFile } from './table-file.ts';

/** The tables that hold rows of runs, open for writing. */
export interface RunFiles {
  /** Writes all rows of a run; `numbers` are its point's, `replay` is the command that plays it again. Gives the screen a turn now and then. */
  readonly write: (run: KeptRun, numbers: readonly number[], replay: string) => Promise<void>;
  readonly close: () => Promise<readonly WrittenTable[]>;
}

/** How long rows are written before other work of this thread gets a turn. */
const turnMs = 15;

/** Opens runs, outcomes, and the tables that the plan keeps month by month. */
export function openRunFiles(folder: string, plan: Plan, world: WorldSpec): RunFiles {
  const declared = [runsTable, outcomesTable(plan), ...keptTablesOf(plan, world)];
  const files = new Map(declared.map((table) => [table.name, openTable(folder, table)]));
  const writeTo = async (name: string, rows: Iterable<readonly Cell[]>): Promise<void> => {
    const file = files.get(name);
    if (file !== undefined) await writeRows(file, rows);
  };
  return {
    write: async (run, numbers, replay) => {
      await writeTo(runsTable.name, [runRow(plan, run, replay)]);
      if (run.status === 'failed') return;
      await writeTo('outcomes', [outcomeRow(plan, run, numbers)]);
      for (const table of run.tables) await writeTo(table.spec.name, recordedRows(plan, run, table));
      await writeTo(flowsTable.name, flowRows(plan, run));
      await writeTo(eventsTable.name, eventRows(plan, run));
    },
    // One after the other: each may take a process with some hundred megabytes.
    close: async () => {
      const written: WrittenTable[] = [];
      for (const file of files.values()) written.push(await file.close());
      return written;
    },
  };
}

/** Tables of months that a plan keeps; by_month has only the plan's outcomes. */
export function keptTablesOf(plan: Plan, world: WorldSpec): readonly OutputTable[] {
  const specs = recordedTables(world).map((spec) =>
    spec.name === 'by_month' ? { ...spec, columns: outcomeColumns(plan) } : spec,
  );
  const all = [...specs.map(recordedTable), flowsTable, eventsTable];
  return all.filter(({ name }) => (plan.tables as readonly string[]).includes(name));
}

async function writeRows(file: TableFile, rows: Iterable<readonly Cell[]>): Promise<void> {
  let since = performance.now();
  for (const row of rows) {
    file.write(row);
    if (performance.now() - since < turnMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
