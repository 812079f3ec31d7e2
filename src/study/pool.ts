import { setImmediate } from 'node:timers/promises';
import { type ChunkDone, type Study, workChunk } from './chunk-work.ts';
import type { Play } from './outcome.ts';
import type { Chunk } from './plan.ts';
import { readReport, type WorkReport } from './work-report.ts';

/** Works the chunks of a study, in any order, and says when each is kept. Stops between chunks once `signal` is aborted. */
export type Runner = (
  study: Study,
  chunks: readonly Chunk[],
  onDone: (done: ChunkDone) => void,
  signal: AbortSignal,
) => Promise<void>;

/** The machine failed a chunk twice: a thread that died, memory that ran out. What is kept stays kept. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** Plays everything in this thread, chunk after chunk. */
export function runHere(play: Play): Runner {
  return async (study, chunks, onDone, signal) => {
    for (const chunk of chunks) {
      await setImmediate();
      if (signal.aborted) return;
      onDone(workChunk(study, chunk, play));
    }
  };
}

/** Plays chunks on `workers` threads, which stay alive from chunk to chunk. A lost thread's chunk is tried once more. */
export function runOnThreads(workers: number): Runner {
  return async (study, chunks, onDone, signal) => {
    const { Tinypool } = await import('tinypool');
    const pool = new Tinypool({
      filename: workerFile(),
      minThreads: workers,
      maxThreads: workers,
      workerData: study,
    });
    const work = async (chunk: Chunk): Promise<void> => {
      const attempt = (attempt: number): Promise<WorkReport> => pool.run({ chunk, attempt }, { signal });
      onDone(readReport(await tryTwice(attempt, signal)));
    };
    try {
      await Promise.all(chunks.map(work));
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      await pool.destroy();
    }
  };
}

/** The worker beside this module: TypeScript in the sources, a bundle of its own in `dist`. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new URL(name, import.meta.url).href;
}

/** A rejection is the machine's: whatever the program itself throws comes back as a report. */
async function tryTwice<T>(job: (attempt: number) => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await job(1);
  } catch (error) {
    if (signal.aborted) throw error;
  }
  try {
    return await job(2);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new WorkerLost(
      `A worker was lost twice on the same runs: ${(error as Error).message}. What is done is kept; the same command goes on from here, perhaps with fewer --workers.`,
    );
  }
}
