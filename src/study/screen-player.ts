import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import type { Tolls } from '../model/toll-curve.ts';
import type { ColumnsJob, ColumnsOutcome } from './columns-run.ts';
import type { RunOutcome } from './outcome.ts';
import type { TollJob } from './play-tolls.ts';
import type { Job } from './player.ts';
import { resourceLimits } from './pool.ts';

/** Plays runs for a screen, off its thread. */
export interface ScreenPlayer {
  /** Threads on which columns are played. */
  readonly lanes: number;
  /** One run with its flows, on a thread of its own, so that it waits for nothing. */
  readonly playWhole: (job: Job) => Promise<RunOutcome>;
  readonly playColumns: (job: ColumnsJob) => Promise<ColumnsOutcome>;
  /** What other tolls would bring, on a thread of its own. */
  readonly playTolls: (job: TollJob) => Promise<Tolls>;
  /** Ends the threads at once; what they were playing is never answered. */
  readonly close: () => void;
}

/** A player whose threads start when they are first needed. By default the lanes leave one core to the screen, and are at least one. */
export function playBesideScreen(lanes = Math.max(1, availableParallelism() - 1)): ScreenPlayer {
  const whole = openLater(1);
  const columns = openLater(lanes);
  const tolls = openLater(1);
  return {
    lanes,
    playWhole: (job) => whole.run('playWhole', job),
    playColumns: (job) => columns.run('playUnhurried', job),
    playTolls: (job) => tolls.run('playTolls', job),
    close: () => {
      whole.close();
      tolls.close();
      columns.close();
    },
  };
}

/** The same for a frame that somebody waits for: only columns, on all cores unless said, and giving way to nothing. */
export function playForFrame(
  lanes = availableParallelism(),
): Pick<ScreenPlayer, 'lanes' | 'playColumns' | 'close'> {
  const columns = openLater(lanes);
  return { lanes, playColumns: (job) => columns.run('playColumns', job), close: columns.close };
}

/** Threads that are there from the first job to `close`. */
function openLater(threads: number) {
  let pool: Promise<Tinypool> | undefined;
  let isClosed = false;
  return {
    async run<Outcome>(name: string, job: Job): Promise<Outcome> {
      if (isClosed) return never();
      pool ??= openPool(threads);
      const opened = await pool;
      if (isClosed) return never();
      return opened
        .run(job, { name })
        .catch((error: unknown) => (isClosed ? never() : Promise.reject(error)));
    },
    close(): void {
      isClosed = true;
      pool?.then((opened) => opened.destroy()).catch(() => {});
    },
  };
}

async function openPool(threads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({ filename: workerFile(), minThreads: threads, maxThreads: threads, resourceLimits });
}

/** After `close` nobody is told anything. */
function never<Outcome>(): Promise<Outcome> {
  return new Promise(() => {});
}

/** The worker beside this module: TypeScript in the sources, a bundle of its own in `dist`. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './screen-worker.ts' : './screen-worker.js';
  return new URL(name, import.meta.url).href;
}
