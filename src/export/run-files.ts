import { setImmediate } from 'node:timers/promises';
import { recordedTables } from '../model/observables.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { windowMeans } from '../study/compare.ts';
import type { RunOutcome } from '../study/outcome.ts';
import type { Plan } from '../study/plan.ts';
import { byMonth, judgedWindow } from '../study/summarise.ts';
import type { Cell } from './csv.ts';
import type { CsvFile, WrittenTable } from './csv-file.ts';
import { eventRows, eventsTable, flowRows, flowsTable, recordedRows } from './month-tables.ts';
import { outcomeRow, outcomesTable, runRow, runsTable } from './run-tables.ts';
import { recordedTable } from './table-declaration.ts';
import { openTable } from './table-file.ts';

/** The tables that hold rows of runs, open for writing. */
export interface RunFiles {
  /** Writes all rows of a run; `replay` is the command that plays it again. Gives the screen a turn now and then. */
  readonly write: (run: RunOutcome, replay: string) => Promise<void>;
  readonly close: () => readonly WrittenTable[];
}

/** How long rows are written before other work of this thread gets a turn. */
const turnMs = 15;

/** Opens runs, outcomes, the recorded tables, flows and events of a study folder. `experiments` are of one world. */
export function openRunFiles(folder: string, plan: Plan, experiments: readonly Experiment[]): RunFiles {
  const specs = recordedTables(experiments[0].world);
  const declared = [
    runsTable,
    outcomesTable(specs[0].columns),
    ...specs.map(recordedTable),
    flowsTable,
    eventsTable,
  ];
  const files = new Map(declared.map((table) => [table.name, openTable(folder, table)]));
  return {
    write: async (run, replay) => {
      await writeRows(files, runsTable.name, [runRow(run, replay)]);
      if (run.status === 'failed') return;
      await writeRows(files, 'outcomes', [outcomeOf(run.record, plan, experiments)]);
      for (const table of run.record.tables)
        await writeRows(files, table.spec.name, recordedRows(run.record, table));
      await writeRows(files, flowsTable.name, flowRows(run.record));
      await writeRows(files, eventsTable.name, eventRows(run.record));
    },
    close: () => [...files.values()].map((file) => file.close()),
  };
}

async function writeRows(
  files: ReadonlyMap<string, CsvFile>,
  name: string,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const file = files.get(name)!;
  let since = performance.now();
  for (const row of rows) {
    file.write(row);
    if (performance.now() - since < turnMs) continue;
    await setImmediate();
    since = performance.now();
  }
}

function outcomeOf(record: RunRecord, plan: Plan, experiments: readonly Experiment[]): readonly Cell[] {
  const scenario = plan.scenarios.findIndex((planned) => planned.scenarioId === record.scenarioId);
  const window = judgedWindow(plan, experiments, scenario);
  return outcomeRow(record, window, windowMeans(byMonth(record), record.firstMonth, window));
}
