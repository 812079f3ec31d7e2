import { readCsv } from '../read-csv.ts';

/** Where a run stands: where it should, at another place of runs.csv, or nowhere. */
export type Standing = 'in order' | 'out of order' | 'unknown';

/**
 * Follows runs.csv while another table is read: asked for each run of that table in turn, it says whether it comes in the same order.
 * Two files are read side by side, so memory is flat over any number of runs.
 */
export function followRuns(path: string): {
  readonly find: (runId: string) => Standing;
  readonly close: () => void;
} {
  let ids = runIds(path);
  const seek = (runId: string): boolean => {
    for (let next = ids.next(); next.done !== true; next = ids.next()) if (next.value === runId) return true;
    return false;
  };
  const restart = (): void => {
    ids.return(undefined);
    ids = runIds(path);
  };
  return {
    find: (runId) => {
      if (seek(runId)) return 'in order';
      restart();
      if (seek(runId)) return 'out of order';
      restart();
      return 'unknown';
    },
    close: () => void ids.return(undefined),
  };
}

function* runIds(path: string): Generator<string, undefined> {
  const records = readCsv(path);
  const header = records.next().value as readonly string[] | undefined;
  const at = header?.indexOf('run_id') ?? 0;
  for (const record of records) yield record[at];
  return undefined;
}
