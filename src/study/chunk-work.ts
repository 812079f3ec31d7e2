import type { Experiment } from '../model/world-spec.ts';
import { keepChunk } from './chunks.ts';
import { attemptRun, type Play, type RunOutcome } from './outcome.ts';
import type { Chunk } from './plan.ts';

/** All that a worker has to know, sent to it once. Plain data. */
export interface Study {
  readonly folder: string;
  readonly planId: string;
  readonly studySeed: number;
  readonly experiments: readonly Experiment[];
}

/** A chunk that is kept: how many of its runs ended well, and how many did not. */
export interface ChunkDone {
  readonly index: number;
  readonly runs: number;
  readonly failed: number;
}

/** Plays a chunk's runs, one after the other, and keeps their rows. `attempt` is 2 after a worker was lost. */
export function workChunk(study: Study, chunk: Chunk, play: Play, attempt = 1): ChunkDone {
  const runs: RunOutcome[] = [];
  for (let replicate = chunk.from; replicate <= chunk.to; replicate++)
    runs.push(attemptRun(play, study.experiments[chunk.scenario], study.studySeed, replicate));
  keepChunk(study.folder, study.planId, chunk, runs, attempt);
  const failed = runs.filter((run) => run.status === 'failed').length;
  return { index: chunk.index, runs: runs.length, failed };
}
