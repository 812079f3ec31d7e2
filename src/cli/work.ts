import { appendFileSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isFinished, type ToolFacts } from '../export/manifest.ts';
import { exportStudy, readResults } from '../export/package.ts';
import type { Results } from '../export/results.ts';
import type { ChunkDone } from '../study/chunk-work.ts';
import { type Chunk, chunksOf, countRuns, planId } from '../study/plan.ts';
import { type Runner, runHere, runOnThreads } from '../study/pool.ts';
import { runReplicate } from '../study/run.ts';
import { missingChunks, openFolder, workStudy } from '../study/session.ts';
import { sourceCommit } from './package-root.ts';
import type { RunStudy } from './study-of-run.ts';

/** How a study is worked: by how many threads, told to whom, stopped by what. */
export interface Working {
  readonly workers: number | undefined;
  /** A screen is waiting: never work in its thread. */
  readonly hasScreen: boolean;
  readonly say: (sentence: string) => void;
  /** Runs that are kept, counting those of earlier sittings. */
  readonly onProgress: (done: number, failed: number) => void;
  /** Chunks that are kept, those of earlier sittings first. */
  readonly onChunk: (chunk: Chunk) => void;
  readonly signal: AbortSignal;
}

/** What came of working a study. */
export type Worked =
  | { readonly state: 'finished'; readonly results: Results; readonly wasFinished: boolean }
  | { readonly state: 'interrupted'; readonly done: number };

/**
 * Works a study to its end in its folder: opens it, plays what is missing, writes the tables. A finished folder is only read.
 * Throws ForeignFolder, WorkerLost, and what the disk throws.
 */
export async function work(study: RunStudy, working: Working): Promise<Worked> {
  const startedAt = new Date().toISOString();
  openFolder(study.folder, study.plan);
  const missing = missingChunks(study.folder, study.plan, working.say);
  const missed = new Set(missing.map((chunk) => chunk.index));
  for (const chunk of chunksOf(study.plan)) if (!missed.has(chunk.index)) working.onChunk(chunk);
  if (missing.length === 0 && isFinished(study.folder))
    return { state: 'finished', results: readResults(study), wasFinished: true };
  const workers = workerCount(working, missing);
  const done = await playMissing(study, missing, workers, working);
  if (done < countRuns(study.plan)) return { state: 'interrupted', done };
  const facts = (): ToolFacts => toolFacts(startedAt, workers);
  return { state: 'finished', results: await exportStudy(study, facts), wasFinished: false };
}

async function playMissing(
  study: RunStudy,
  missing: readonly Chunk[],
  workers: number,
  working: Working,
): Promise<number> {
  const log = openLog(study.folder);
  let failed = 0;
  let done = countRuns(study.plan) - missing.reduce((sum, chunk) => sum + chunk.to - chunk.from + 1, 0);
  working.onProgress(done, failed);
  const onDone = (chunk: ChunkDone): void => {
    done += chunk.runs;
    failed += chunk.failed;
    log(chunk);
    working.onProgress(done, failed);
    working.onChunk(missing.find((candidate) => candidate.index === chunk.index)!);
  };
  const { folder, plan, experiments } = study;
  const work = { folder, planId: planId(plan), studySeed: plan.studySeed, experiments };
  await workStudy(work, firstReplicatesFirst(missing), runnerFor(workers, working), onDone, working.signal);
  return done;
}

/** The first replicate of each scenario leads, so that there is something to look at. The tables' order does not follow from it. */
function firstReplicatesFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  return [...chunks].sort((left, right) => left.from - right.from || left.index - right.index);
}

function workerCount({ workers }: Working, missing: readonly Chunk[]): number {
  return Math.max(1, Math.min(workers ?? availableParallelism(), missing.length));
}

function runnerFor(workers: number, { hasScreen }: Working): Runner {
  return workers === 1 && !hasScreen ? runHere(runReplicate) : runOnThreads(workers);
}

/** Times of chunks, for reading only. */
function openLog(folder: string): (chunk: ChunkDone) => void {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  return (chunk) =>
    appendFileSync(
      join(folder, 'logs', 'batch.ndjson'),
      `${JSON.stringify({ at: new Date().toISOString(), chunk: chunk.index, runs: chunk.runs, failed: chunk.failed })}\n`,
    );
}

function toolFacts(startedAt: string, workers: number): ToolFacts {
  return {
    argv: process.argv.slice(2),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    workers,
    startedAt,
    finishedAt: new Date().toISOString(),
    commit: sourceCommit(),
  };
}
