import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChunkDone, Study } from './chunk-work.ts';
import { checkChunk, dropChunk, readChunk } from './chunks.ts';
import { temporaryEnding, writeDurably } from './durable.ts';
import type { RunOutcome } from './outcome.ts';
import { type Chunk, chunksOf, type Plan, planId, planText } from './plan.ts';
import type { Runner } from './pool.ts';

/** A folder that holds something else than this study: exit 7, nothing is touched. */
export class ForeignFolder extends Error {
  override readonly name = 'ForeignFolder';
}

/**
 * Opens a study's folder: makes it and writes plan.json first, or finds the very same plan there.
 * Throws ForeignFolder when the folder holds another plan, or anything without a plan.
 */
export function openFolder(folder: string, plan: Plan): void {
  const path = join(folder, 'plan.json');
  if (existsSync(path)) {
    if (readFileSync(path, 'utf8') === planText(plan)) return;
    throw new ForeignFolder(
      `${folder} holds another study: its plan.json is not the plan of this command. Name another folder with --out, or remove this one.`,
    );
  }
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith(temporaryEnding)))
    throw new ForeignFolder(
      `${folder} already holds other files and no plan.json. Name an empty or new folder with --out.`,
    );
  mkdirSync(folder, { recursive: true });
  writeDurably(path, planText(plan));
}

/** The chunks still to be worked; a torn one is forgotten, with a sentence to `say`. Also clears what a crash left half-written. */
export function missingChunks(folder: string, plan: Plan, say: (sentence: string) => void): readonly Chunk[] {
  const chunks = join(folder, 'chunks');
  mkdirSync(chunks, { recursive: true });
  for (const name of readdirSync(chunks))
    if (name.endsWith(temporaryEnding)) rmSync(join(chunks, name), { force: true });
  const id = planId(plan);
  return chunksOf(plan).filter((chunk) => {
    const found = checkChunk(folder, id, chunk);
    if (found.state !== 'torn') return found.state === 'missing';
    say(
      `Chunk ${chunk.index} is not whole (${found.why}); its ${chunk.to - chunk.from + 1} runs are redone.`,
    );
    dropChunk(folder, chunk.index);
    return true;
  });
}

/** Works what is missing of a study. True when all is done, false when `signal` stopped it; what is kept stays kept. */
export async function workStudy(
  study: Study,
  missing: readonly Chunk[],
  runner: Runner,
  onDone: (done: ChunkDone) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let done = 0;
  const count = (chunk: ChunkDone): void => {
    done++;
    onDone(chunk);
  };
  await runner(study, missing, count, signal);
  return done === missing.length;
}

/** Every attempted run in the order of the plan, one chunk in memory at a time. Throws at a gap. */
export function* readRuns(folder: string, plan: Plan): Generator<RunOutcome> {
  const id = planId(plan);
  for (const chunk of chunksOf(plan)) yield* readChunk(folder, id, chunk);
}
