import { join } from 'node:path';
import { readCsv } from './read-csv.ts';

/** Which runs are asked for: within a column any of its values, between columns all must hold. */
export interface RunSelection {
  readonly run_id: ReadonlySet<string>;
  readonly scenario_id: ReadonlySet<string>;
  readonly point_id: ReadonlySet<string>;
  /** From and to, both included. */
  readonly replicates: readonly (readonly [number, number])[];
}

/** Whether a row, given the cells of a table's columns by name, is of a selected run. */
export type IsSelected = (row: readonly string[]) => boolean;

/**
 * Reads a selection like `maximum-pressure,1..3`: ids of runs (`r-…`), of points (`p-…`) and of scenarios, and replicates as `3` or `1..10`.
 * Anything else is taken for the id of a scenario.
 */
export function parseSelection(text: string): RunSelection {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const like = (pattern: RegExp): string[] => parts.filter((part) => pattern.test(part));
  const [runs, points, replicates] = [/^r-[0-9a-f]{12}$/, /^p-\d+$/, /^\d+(\.\.\d+)?$/].map(like);
  const scenarios = parts.filter((part) => ![...runs, ...points, ...replicates].includes(part));
  return {
    run_id: new Set(runs),
    scenario_id: new Set(scenarios),
    point_id: new Set(points),
    replicates: replicates.map(fromTo),
  };
}

function fromTo(text: string): readonly [number, number] {
  const [from, to = from] = text.split('..').map(Number);
  return [from, to];
}

/** The test of a table's rows; `names` are its columns. A table without a column of the selection is not narrowed by it. */
export function selects(selection: RunSelection, names: readonly string[]): IsSelected {
  const tests = (['run_id', 'scenario_id', 'point_id'] as const)
    .filter((column) => selection[column].size > 0)
    .map((column): IsSelected => {
      const at = names.indexOf(column);
      return (row) => selection[column].has(row[at]);
    });
  const replicateAt = names.indexOf('replicate');
  const isReplicate: IsSelected = (row) =>
    selection.replicates.some(
      ([from, to]) => Number(row[replicateAt]) >= from && Number(row[replicateAt]) <= to,
    );
  const all = selection.replicates.length > 0 ? [...tests, isReplicate] : tests;
  return (row) => all.every((test) => test(row));
}

/** Whether a table has a row for each run or more, so that a selection of runs means something in it. */
export function isOfRuns(names: readonly string[]): boolean {
  return names.includes('run_id');
}

/** How many runs of a study are selected, and the scenarios that there are. */
export function countSelected(
  folder: string,
  selection: RunSelection,
): { readonly runs: number; readonly scenarios: readonly string[] } {
  const records = readCsv(join(folder, 'runs.csv'));
  const names = (records.next().value ?? []) as readonly string[];
  const isSelected = selects(selection, names);
  const scenarios = new Set<string>();
  let runs = 0;
  for (const record of records) {
    scenarios.add(record[names.indexOf('scenario_id')]);
    if (isSelected(record)) runs++;
  }
  return { runs, scenarios: [...scenarios] };
}
