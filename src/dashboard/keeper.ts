import type { Exported, WriteCsv } from './export-of.ts';

/** Puts what is shown into files, which the dashboard itself has no means for. */
export interface Keeper {
  readonly csv: WriteCsv;
  /** Writes a file that was not there before and gives its path. Rejects with what the disk says. */
  readonly keep: (exported: Exported) => Promise<string>;
}
