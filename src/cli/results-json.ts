import type { Results } from '../export/results.ts';
import {
  compareTable,
  differenceCells,
  replacementRows,
  replacementTable,
} from '../export/summary-tables.ts';
import { namesOf } from '../export/table-declaration.ts';
import { planId } from '../study/plan.ts';
import { pointIdOf } from '../study/run-order.ts';
import { printJson } from './streams.ts';
import type { RunStudy } from './study-of-run.ts';

/** Prints a study's results as JSON lines: the study, its comparisons with the columns of the tables, its checks, its folder. */
export function printResultsJson(study: RunStudy, { summary, checks }: Results): void {
  const { plan, folder, title, question } = study;
  printJson({
    type: 'study',
    study: planId(plan),
    scenario: plan.name,
    title,
    question,
    seed: plan.studySeed,
    runs: summary.attempted,
    failed: summary.failed,
    note: 'model output, not data',
  });
  for (const { baselineId, scenarioId, differences } of summary.comparisons)
    for (const row of differences)
      printJson({
        type: 'compare',
        ...named(namesOf(compareTable.fields), [
          baselineId,
          scenarioId,
          pointIdOf(0),
          ...differenceCells(row),
        ]),
      });
  for (const row of replacementRows(0, summary.comparisons))
    printJson({ type: 'replacement', ...named(namesOf(replacementTable.fields), row) });
  for (const check of checks) printJson({ type: 'check', ...check });
  printJson({ type: 'folder', path: folder });
}

function named(names: readonly string[], cells: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
}
