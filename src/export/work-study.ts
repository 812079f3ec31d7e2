import { appendFileSync, existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ChunkDone } from '../study/chunk-work.ts';
import type { Hold } from '../study/hold.ts';
import { readTold } from '../study/kept-chunk.ts';
import { lockFolder } from '../study/lock.ts';
import { makeFolder } from '../study/make-folder.ts';
import type { Plan } from '../study/plan.ts';
import { type Runner, runHere, runOnThreads } from '../study/pool.ts';
import type { LookResult } from '../study/precision/judge-look.ts';
import { cutToFirst, cutToNext, lastLayer } from '../study/precision/layers.ts';
import { lookInto, standOf, tellLook } from '../study/precision/look-at-hand.ts';
import { type ProgressMeter, type StudyProgress, startProgress } from '../study/progress.ts';
import { runReplicate } from '../study/run.ts';
import { type Chunk, chunkAt, chunksOf } from '../study/run-order.ts';
import { clearLeftovers, missingChunks, openFolder } from '../study/session.ts';
import { isFinished, type ToolFacts } from './manifest.ts';
import { type ExportedStudy, exportStudy, freezeStudy, readResults } from './package.ts';
import type { Results } from './results.ts';

/** A share of a study's chunks: every `of`-th, from the `index`-th on, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** How a study is worked: by how many threads, told to whom, stopped by what. */
export interface Working {
  readonly workers: number | undefined;
  /** A screen is waiting: never work in its thread. */
  readonly hasScreen: boolean;
  readonly say: (sentence: string) => void;
  readonly onProgress: (progress: StudyProgress) => void;
  /** Chunks that are kept, those of earlier sittings first. */
  readonly onChunk?: (chunk: Chunk) => void;
  readonly signal: AbortSignal;
  /** Lets somebody hold the queue; time that it is held does not count as work. */
  readonly hold?: Hold;
  /** `stop` begins no chunk after one with a failed run. */
  readonly onFailure?: 'continue' | 'stop';
  readonly shard?: Shard;
  /** What the command line knows of the machine, for manifest.json. */
  readonly facts: (startedAt: string, workers: number) => ToolFacts;
}

/** What came of working a study. */
export type Worked =
  | {
      readonly state: 'finished';
      readonly results: Results;
      readonly wasFinished: boolean;
      /** Cut to the look that ended the study; `look` is what that came to. */
      readonly plan: Plan;
      readonly look: LookResult | undefined;
    }
  /** A finished folder whose chunks somebody removed: the tables are there, the summary cannot be told again. */
  | { readonly state: 'archived' }
  /** Every chunk of a shard is kept; only a merge makes tables. */
  | { readonly state: 'shard done'; readonly progress: StudyProgress }
  | { readonly state: 'interrupted'; readonly progress: StudyProgress }
  | { readonly state: 'stopped'; readonly progress: StudyProgress };

/**
 * Works a study to its end in its folder: opens and locks it, plays what is missing, writes the tables. A finished folder is only read.
 * Throws ForeignFolder, FolderLocked, WorkerLost, Nondeterminism, and what the disk throws.
 */
export async function workStudy(study: ExportedStudy, working: Working): Promise<Worked> {
  openFolder(study.folder, study.plan);
  const finished = readFinished(study, working);
  if (finished !== undefined) return finished;
  const unlock = lockFolder(study.folder, working.say);
  process.once('exit', unlock);
  try {
    return await workLocked(study, working);
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

/** A finished folder is read, not touched. */
function readFinished(study: ExportedStudy, { onChunk }: Working): Worked | undefined {
  if (!isFinished(study.folder)) return undefined;
  if (!existsSync(join(study.folder, 'chunks'))) return { state: 'archived' };
  try {
    const { plan, look } = standOf(study.folder, study.plan);
    const results = readResults({ ...study, plan });
    for (const chunk of onChunk === undefined ? [] : chunksOf(plan)) onChunk?.(chunk);
    return { state: 'finished', results, wasFinished: true, plan, look };
  } catch {
    return undefined;
  }
}

async function workLocked(study: ExportedStudy, working: Working): Promise<Worked> {
  const startedAt = new Date().toISOString();
  freezeStudy(study);
  const { plan, workers, look, progress, wasStopped } = await workLooks(study, working);
  if (progress.done < progress.total) return { state: wasStopped ? 'stopped' : 'interrupted', progress };
  if (working.shard !== undefined && working.shard.of > 1) return { state: 'shard done', progress };
  clearLeftovers(study.folder);
  const reached = { ...study, plan, ...(look === undefined ? {} : { look }) };
  const results = await exportStudy(reached, () => working.facts(startedAt, workers));
  return { state: 'finished', results, wasFinished: false, plan, look };
}

/** What playing the missing chunks of one look came to. */
interface Sitting {
  readonly progress: StudyProgress;
  readonly wasStopped: boolean;
  readonly workers: number;
}

/** Plays look after look until one is enough; a plan without looks is played at once. What is kept of a look is judged as if it had just been played. */
async function workLooks(
  study: ExportedStudy,
  working: Working,
): Promise<Sitting & { readonly plan: Plan; readonly look: LookResult | undefined }> {
  let plan = cutToFirst(study.plan);
  let look: LookResult | undefined;
  for (;;) {
    const sitting = await workLook({ ...study, plan }, look, working);
    if (sitting.progress.done < sitting.progress.total) return { ...sitting, plan, look };
    look = lookInto(study.folder, plan);
    const next = look === undefined || look.isEnough ? undefined : cutToNext(plan);
    if (next === undefined) return { ...sitting, plan, look };
    plan = next;
  }
}

async function workLook(
  study: ExportedStudy,
  before: LookResult | undefined,
  working: Working,
): Promise<Sitting> {
  const missing = missingChunks(study.folder, study.plan, working.say, chunksAtHand(study, working));
  tellKept(study, missing, working);
  const workers = Math.max(1, Math.min(working.workers ?? availableParallelism(), missing.length));
  const look = tellLook(study.plan, before);
  const onProgress = (progress: StudyProgress): void =>
    working.onProgress(look === undefined ? progress : { ...progress, look });
  return { ...(await playMissing(study, missing, workers, { ...working, onProgress })), workers };
}

/** The chunks of the look at hand; of a shard, its share of all. */
function* chunksAtHand({ plan }: ExportedStudy, { shard = { index: 1, of: 1 } }: Working): Generator<Chunk> {
  const { firstChunk, chunks } = lastLayer(plan);
  for (let at = shard.index - 1; at < chunks; at += shard.of) yield chunkAt(plan, firstChunk + at);
}

function tellKept(study: ExportedStudy, missing: readonly Chunk[], working: Working): void {
  const { onChunk } = working;
  if (onChunk === undefined) return;
  const missed = new Set(missing.map((chunk) => chunk.index));
  for (const chunk of chunksAtHand(study, working)) if (!missed.has(chunk.index)) onChunk(chunk);
}

async function playMissing(
  study: ExportedStudy,
  missing: readonly Chunk[],
  workers: number,
  working: Working,
): Promise<{ readonly progress: StudyProgress; readonly wasStopped: boolean }> {
  const { folder, plan, experiments, listed } = study;
  const log = openLog(folder);
  const clock = (): number => performance.now() - (working.hold?.heldFor() ?? 0);
  const meter = meterOf(study, missing, working, clock);
  const stop = new AbortController();
  const onDone = (done: ChunkDone): void => {
    log(done);
    const progress = meter.add(done, clock());
    if (done.failed > 0 && working.onFailure === 'stop') stop.abort();
    working.onProgress(progress);
    working.onChunk?.(chunkAt(plan, done.index));
  };
  working.onProgress(meter.read());
  const order = { folder, plan, experiments, listed };
  const signal = AbortSignal.any([working.signal, stop.signal]);
  await runnerFor(workers, missing.length, working)(order, missing, onDone, signal, working.hold?.whenFree);
  return { progress: meter.read(), wasStopped: stop.signal.aborted };
}

/** A meter that has counted what is kept: earlier looks, and what earlier sittings did of the one at hand. */
function meterOf(
  study: ExportedStudy,
  missing: readonly Chunk[],
  working: Working,
  clock: () => number,
): ProgressMeter {
  const { folder, plan } = study;
  const { firstChunk, firstCell } = lastLayer(plan);
  const before = Array.from({ length: firstChunk }, (_, index) => chunkAt(plan, index));
  const missed = new Set(missing.map(({ index }) => index));
  const kept = [...chunksAtHand(study, working)].filter(({ index }) => !missed.has(index));
  const total = firstCell * plan.scenarios.length + sumRuns(chunksAtHand(study, working));
  const meter = startProgress(plan, total, clock());
  for (const chunk of [...before, ...kept]) meter.keep(readTold(folder, plan, chunk));
  meter.begin(clock());
  return meter;
}

function sumRuns(chunks: Iterable<Chunk>): number {
  let sum = 0;
  for (const chunk of chunks) sum += chunk.runs;
  return sum;
}

/** Chunks for which starting a thread does not pay. In a thread the heap is bounded, so a long study never runs in this one. */
const fewChunks = 32;

function runnerFor(workers: number, chunks: number, { hasScreen }: Working): Runner {
  return workers === 1 && !hasScreen && chunks <= fewChunks ? runHere(runReplicate) : runOnThreads(workers);
}

/** Times of chunks, for reading only. */
function openLog(folder: string): (chunk: ChunkDone) => void {
  makeFolder(join(folder, 'logs'));
  return ({ index, runs, failed }) =>
    appendFileSync(
      join(folder, 'logs', 'batch.ndjson'),
      `${JSON.stringify({ at: new Date().toISOString(), chunk: index, runs, failed })}\n`,
    );
}
