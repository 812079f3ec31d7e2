import { availableParallelism } from 'node:os';
import type { Experiment } from '../model/world-spec.ts';
import { attemptRun, type RunOutcome } from './outcome.ts';
import { runReplicate } from './run.ts';

/** One run to play: an experiment on the draws of a replicate. Plain data. */
export interface Job {
  readonly experiment: Experiment;
  readonly studySeed: number;
  readonly replicate: number;
}

/** Plays runs that leave no folder behind, in any order, and gives their outcomes in the order of the jobs. */
export interface Player {
  readonly play: (jobs: readonly Job[]) => Promise<readonly RunOutcome[]>;
  readonly close: () => Promise<void>;
}

/** Plays one job in this thread, without its flows. A fault of the model is an outcome, not an error. */
export function playJob({ experiment, studySeed, replicate }: Job): RunOutcome {
  return attemptRun(playWithoutFlows, experiment, studySeed, replicate);
}

/** Plays one replicate and keeps none of its flows, whichever it is. */
export function playWithoutFlows(...[experiment, studySeed, replicate]: Parameters<typeof runReplicate>) {
  return runReplicate(experiment, studySeed, replicate, { keepFlows: false });
}

/** A player that uses this thread alone. */
export function playHere(): Player {
  return { play: async (jobs) => jobs.map(playJob), close: async () => {} };
}

/** A player on `workers` threads, by default one for each core; they live until `close`. */
export async function playOnThreads(workers = availableParallelism()): Promise<Player> {
  if (workers === 1) return playHere();
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: workerFile(), minThreads: workers, maxThreads: workers });
  return {
    play: (jobs) => Promise.all(jobs.map((job): Promise<RunOutcome> => pool.run(job))),
    close: () => pool.destroy(),
  };
}

/** The worker beside this module: TypeScript in the sources, a bundle of its own in `dist`. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './play-worker.ts' : './play-worker.js';
  return new URL(name, import.meta.url).href;
}
