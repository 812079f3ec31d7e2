import type { WrittenTable } from '../csv-file.ts';
import { pythonLoader } from './load-python.ts';
import { rLoader } from './load-r.ts';
import { sqlLoader } from './load-sql.ts';
import { stataLoader } from './load-stata.ts';

/** The files of `load/` in a study folder, each made from what the tables declare. */
export function loaderFiles(
  tables: readonly WrittenTable[],
): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'load/load.R', text: rLoader(tables) },
    { path: 'load/load.py', text: pythonLoader(tables) },
    { path: 'load/load.sql', text: sqlLoader(tables) },
    { path: 'load/load.do', text: stataLoader(tables) },
  ];
}
