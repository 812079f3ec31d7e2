import { join } from 'node:path';
import { namesOf, type OutputTable } from '../table-declaration.ts';
import type { FirstOfEach } from './first-of-each.ts';
import { followRuns } from './follow-runs.ts';

/** Looks at the keys of a table's rows, one after the other. */
export interface KeyCheck {
  readonly add: (row: number, cells: readonly string[]) => void;
  readonly close: () => void;
}

/**
 * Starts the checks of a table's keys: none is missing, no two rows have the same, runs come in the order of runs.csv, months in order within
 * a run. Keys are kept for one run at a time; only tables that name no run keep all of theirs, and those are short.
 */
export function checkKeys(folder: string, table: OutputTable, faults: FirstOfEach): KeyCheck {
  const names = namesOf(table.fields);
  const needed = table.fields.filter(
    ({ name, mayBeEmpty }) => table.primaryKey.includes(name) && !mayBeEmpty,
  );
  const keyAt = table.primaryKey.map((name) => names.indexOf(name));
  const runAt = names.indexOf('run_id');
  const order = runAt < 0 || table.name === 'runs' ? undefined : checkOrder(folder, names, faults);
  let run = '';
  const seen = new Set<string>();
  return {
    add: (row, cells) => {
      for (const { name } of needed)
        if (cells[names.indexOf(name)] === '')
          faults.add(`missing ${name}`, row, `${name} is missing, and rows are named by it`);
      // The runs of runs.csv are themselves the keys, so there they are all kept.
      if (order !== undefined && cells[runAt] !== run) seen.clear();
      run = cells[runAt];
      const key = JSON.stringify(keyAt.map((at) => cells[at]));
      if (seen.has(key)) faults.add('twice', row, `another row has the same ${table.primaryKey.join(', ')}`);
      seen.add(key);
      order?.add(row, cells);
    },
    close: () => order?.close(),
  };
}

function checkOrder(folder: string, names: readonly string[], faults: FirstOfEach): KeyCheck {
  const runs = followRuns(join(folder, 'runs.csv'));
  const [runAt, monthAt] = [names.indexOf('run_id'), names.indexOf('month')];
  let run = '';
  let month = 0;
  return {
    add: (row, cells) => {
      if (cells[runAt] !== run) {
        run = cells[runAt];
        month = 0;
        const standing = runs.find(run);
        if (standing === 'unknown') faults.add(standing, row, `the run ${run} is not in runs.csv`);
        if (standing === 'out of order')
          faults.add(standing, row, `the run ${run} comes at another place than in runs.csv, or once more`);
      }
      if (monthAt < 0) return;
      if (Number(cells[monthAt]) < month)
        faults.add('months', row, `month ${cells[monthAt]} comes after month ${month}`);
      month = Number(cells[monthAt]);
    },
    close: runs.close,
  };
}
