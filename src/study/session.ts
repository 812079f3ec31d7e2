import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkChunk, dropChunk, readChunk } from './chunks.ts';
import { collectGarbage } from './collect-garbage.ts';
import { temporaryEnding, writeDurably } from './durable.ts';
import { foreignPlan } from './foreign-plan.ts';
import type { KeptRun } from './kept-run.ts';
import { makeFolder } from './make-folder.ts';
import { type Plan, planId, planText } from './plan.ts';
import { type Chunk, chunksOf } from './run-order.ts';

/** A folder that holds something else than this study: exit 7, nothing is touched. */
export class ForeignFolder extends Error {
  override readonly name = 'ForeignFolder';
}

/** Path of the plan of a study folder. */
export function planPath(folder: string): string {
  return join(folder, 'plan.json');
}

/**
 * Opens a study's folder: makes it and writes plan.json first, or finds the very same plan there.
 * Throws ForeignFolder when the folder holds another plan, or anything without a plan.
 */
export function openFolder(folder: string, plan: Plan): void {
  const path = planPath(folder);
  if (existsSync(path)) {
    const found = readFileSync(path, 'utf8');
    if (found === planText(plan)) return;
    throw new ForeignFolder(
      `${foreignPlan(folder, found, plan)} Name another folder with --out, or remove this one.`,
    );
  }
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith(temporaryEnding)))
    throw new ForeignFolder(
      `${folder} already holds other files and no plan.json. Name an empty or new folder with --out.`,
    );
  makeFolder(folder);
  writeDurably(path, planText(plan));
}

/** The chunks still to be worked; a torn one is forgotten, with a sentence to `say`. */
export function missingChunks(
  folder: string,
  plan: Plan,
  say: (sentence: string) => void,
  among: Iterable<Chunk> = chunksOf(plan),
): readonly Chunk[] {
  makeFolder(join(folder, 'chunks'));
  const id = planId(plan);
  const missing: Chunk[] = [];
  for (const chunk of among) {
    const found = checkChunk(folder, id, chunk);
    if (found.state === 'done') continue;
    missing.push(chunk);
    if (found.state === 'missing') continue;
    say(`Chunk ${chunk.index} is not whole (${found.why}); its ${chunk.runs} runs are redone.`);
    dropChunk(folder, chunk.index);
  }
  return missing;
}

/** Clears what crashes left half-written, once every chunk is kept: before that it may be another process at work. */
export function clearLeftovers(folder: string): void {
  const chunks = join(folder, 'chunks');
  for (const name of readdirSync(chunks))
    if (name.endsWith(temporaryEnding)) rmSync(join(chunks, name), { force: true });
}

/** Every attempted run in the order of the plan, one chunk in memory at a time. Throws at a gap. */
export function* readRuns(folder: string, plan: Plan): Generator<KeptRun> {
  const id = planId(plan);
  for (const chunk of chunksOf(plan)) {
    yield* readChunk(folder, plan, id, chunk);
    collectGarbage();
  }
}
