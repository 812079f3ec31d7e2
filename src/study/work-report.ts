import type { ChunkDone } from './chunk-work.ts';

/** What a worker sends back. An error as such would lose its name and code on the way between threads. */
export type WorkReport = { readonly done: ChunkDone } | { readonly fault: Fault };

/** An error as plain data. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  /** The system's code, `ENOSPC`, where there is one. */
  readonly code: string | undefined;
}

/** An error's name, message and code. */
export function describeFault(error: NodeJS.ErrnoException): Fault {
  return { name: error.name, message: error.message, code: error.code };
}

/** What the worker did. Throws the error that it met, with its name and code. */
export function readReport(report: WorkReport): ChunkDone {
  if ('done' in report) return report.done;
  const { name, message, code } = report.fault;
  throw Object.assign(new Error(message), code === undefined ? { name } : { name, code });
}
