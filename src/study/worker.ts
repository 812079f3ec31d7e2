import { workerData } from 'node:worker_threads';
import { openBench, type WorkOrder, workChunk } from './chunk-work.ts';
import { runReplicate } from './run.ts';
import type { Chunk } from './run-order.ts';
import { describeFault, type WorkReport } from './work-report.ts';

/** The pool hands a worker its own bookkeeping and our order, in this order. */
const bench = openBench((workerData as readonly [unknown, WorkOrder])[1]);

/** What a worker thread does with a piece of work: plays its runs and keeps their rows. */
export default function work(job: { readonly chunk: Chunk; readonly attempt: number }): WorkReport {
  try {
    return { done: workChunk(bench, job.chunk, runReplicate, job.attempt) };
  } catch (error) {
    return { fault: describeFault(error as Error) };
  }
}
