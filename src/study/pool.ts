import { setImmediate } from 'node:timers/promises';
import { type ChunkDone, openBench, type WorkOrder, workChunk } from './chunk-work.ts';
import type { Hold } from './hold.ts';
import type { Play } from './outcome.ts';
import type { Chunk } from './run-order.ts';
import { readReport, type WorkReport } from './work-report.ts';

/**
 * Works chunks of a study, in any order, and says when each is kept. Begins none once `signal` is aborted or before `whenFree` lets it, and
 * finishes those at hand.
 */
export type Runner = (
  order: WorkOrder,
  chunks: Iterable<Chunk>,
  onDone: (done: ChunkDone) => void,
  signal: AbortSignal,
  whenFree?: Hold['whenFree'],
) => Promise<void>;

/** The machine failed a chunk twice: a thread that died, memory that ran out. What is kept stays kept. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** Plays everything in this thread, chunk after chunk. */
export function runHere(play: Play): Runner {
  return async (order, chunks, onDone, signal, whenFree) => {
    const bench = openBench(order);
    for (const chunk of chunks) {
      await setImmediate();
      await whenFree?.(signal);
      if (signal.aborted) return;
      onDone(workChunk(bench, chunk, play));
    }
  };
}

/** For threads that play: a run leaves its world behind in some milliseconds, so a small nursery is enough; a larger one grows without need. */
export const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Plays chunks on `workers` threads, which stay alive from chunk to chunk. A lost thread's chunk is tried once more. */
export function runOnThreads(workers: number): Runner {
  return async (order, chunks, onDone, signal, whenFree) => {
    const { Tinypool } = await import('tinypool');
    const pool = new Tinypool({
      filename: workerFile(),
      minThreads: workers,
      maxThreads: workers,
      workerData: order,
      resourceLimits,
    });
    const queue = chunks[Symbol.iterator]();
    const fault = new AbortController();
    const end = AbortSignal.any([signal, fault.signal]);
    const lane = async (): Promise<void> => {
      for (;;) {
        await whenFree?.(end);
        if (end.aborted) return;
        const next = queue.next();
        if (next.done === true) return;
        const attempt = (attempt: number): Promise<WorkReport> => pool.run({ chunk: next.value, attempt });
        onDone(readReport(await tryTwice(attempt)));
      }
    };
    const stopOthers = (error: unknown): never => {
      fault.abort();
      throw error;
    };
    try {
      await settleAll(Array.from({ length: workers }, () => lane().catch(stopOthers)));
    } finally {
      await pool.destroy();
    }
  };
}

/** Waits for all, so that what is at hand is kept, then throws the first fault. */
async function settleAll(lanes: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(lanes);
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
}

/** The worker beside this module: TypeScript in the sources, a bundle of its own in `dist`. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new URL(name, import.meta.url).href;
}

/** A rejection is the machine's: whatever the program itself throws comes back as a report. */
async function tryTwice<T>(job: (attempt: number) => Promise<T>): Promise<T> {
  try {
    return await job(1);
  } catch {
    // Once more: a thread may be lost to the machine.
  }
  try {
    return await job(2);
  } catch (error) {
    throw new WorkerLost(
      `A worker was lost twice on the same runs: ${(error as Error).message}. What is done is kept; the same command goes on from here, perhaps with fewer --workers.`,
    );
  }
}
