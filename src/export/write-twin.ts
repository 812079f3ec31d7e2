import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../study/work-report.ts';
import type { WrittenFile } from './csv-file.ts';
import type { OutputTable } from './table-declaration.ts';

/** What the writing process is asked for. Plain data. */
export interface TwinRequest {
  readonly folder: string;
  readonly table: OutputTable;
  /** Rows of a row group. */
  readonly groupRows: number;
}

/** What the writing process answers. */
export type TwinReport = { readonly written: WrittenFile } | { readonly fault: Fault };

/**
 * Writes a CSV table of a folder as Parquet beside it. A process of its own does so: a row group takes some hundred megabytes, and they go with it, so
 * that the memory of a study does not grow with its runs. Throws what that process met, with its code.
 */
export function writeTwin(request: TwinRequest): WrittenFile {
  const { stdout, stderr, error } = spawnSync(process.execPath, [programFile()], {
    input: JSON.stringify(request),
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  if (stdout === '') throw new Error(`${request.table.path} could not be written as Parquet: ${stderr}`);
  const report = JSON.parse(stdout) as TwinReport;
  if ('written' in report) return report.written;
  const { name, message, code } = report.fault;
  throw Object.assign(new Error(message), code === undefined ? { name } : { name, code });
}

/** The program beside this module: TypeScript in the sources, a bundle of its own in `dist`. */
function programFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './parquet-twin.ts' : './parquet-twin.js';
  return fileURLToPath(new URL(name, import.meta.url));
}
