import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
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
 * that the memory of a study does not grow with its runs; and a screen that waits is not held up. Throws what that process met, with its code.
 */
export async function writeTwin(request: TwinRequest): Promise<WrittenFile> {
  const child = spawn(process.execPath, [programFile()], { stdio: 'pipe' });
  // A process that dies early takes no more; what it printed says why.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(request));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
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
