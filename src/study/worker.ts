import { workerData } from 'node:worker_threads';
import { type Study, workChunk } from './chunk-work.ts';
import type { Chunk } from './plan.ts';
import { runReplicate } from './run.ts';
import { describeFault, type WorkReport } from './work-report.ts';

/** The pool hands a worker its own bookkeeping and our study, in this order. */
const study = (workerData as readonly [unknown, Study])[1];

/** What a worker thread does with a piece of work: plays its runs and keeps their rows. */
export default function work(job: { readonly chunk: Chunk; readonly attempt: number }): WorkReport {
  try {
    return { done: workChunk(study, job.chunk, runReplicate, job.attempt) };
  } catch (error) {
    return { fault: describeFault(error as Error) };
  }
}
