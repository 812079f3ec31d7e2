import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Exported } from '../dashboard/export-of.ts';
import type { Keeper } from '../dashboard/keeper.ts';
import { openOutput } from '../export/output-file.ts';
import { shownCsv } from '../export/shown-csv.ts';

/** Keeps what a screen shows as files of a folder, each whole or not there; none is ever written over. */
export function keeperIn(folder: string): Keeper {
  return { csv: shownCsv, keep: async (exported) => keepIn(folder, exported) };
}

/** Writes under the first name that is free: `x.csv`, `x-2.csv`, `x-3.csv`. */
function keepIn(folder: string, { name, ending, text }: Exported): string {
  for (let turn = 1; ; turn++) {
    const path = join(folder, `${name}${turn === 1 ? '' : `-${turn}`}.${ending}`);
    if (!claim(path)) continue;
    const file = openOutput(path);
    try {
      file.append(Buffer.from(text));
    } catch (error) {
      file.abandon();
      rmSync(path, { force: true });
      throw error;
    }
    file.close();
    return path;
  }
}

/** Takes a name, so that no other program can take it before the file is whole; false where it is taken. */
function claim(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
