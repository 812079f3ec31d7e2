import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkChunk, Nondeterminism, receiptPath, rowsPath } from '../study/chunks.ts';
import { foreignPlan } from '../study/foreign-plan.ts';
import { makeFolder } from '../study/make-folder.ts';
import { planId, planText } from '../study/plan.ts';
import { type Chunk, chunksOf } from '../study/run-order.ts';
import { planPath } from '../study/session.ts';
import type { AssembledStudy } from './assemble-study.ts';

/** Shards that do not make a whole: exit 7, nothing is written. */
export class Unmergeable extends Error {
  override readonly name = 'Unmergeable';
}

/** Where the chunks of a study lie among the folders of its shards. */
export interface FoundChunks {
  /** Folder of each chunk, by the chunk's number. */
  readonly folders: ReadonlyMap<number, string>;
  readonly missing: readonly Chunk[];
}

/** Throws Unmergeable where a folder holds another study than the first. */
export function assertSameStudy({ plan, folder }: AssembledStudy, folders: readonly string[]): void {
  for (const other of folders) {
    if (!existsSync(planPath(other)))
      throw new Unmergeable(`${other} holds no plan.json, so it is no shard.`);
    const found = readFileSync(planPath(other), 'utf8');
    if (found !== planText(plan))
      throw new Unmergeable(`${foreignPlan(other, found, plan)} It is no shard of what ${folder} holds.`);
  }
}

/**
 * Hashes every chunk of every folder anew and says where each lies; one that is in several is taken once. Throws Nondeterminism where two of
 * them differ.
 */
export function findChunks({ plan }: AssembledStudy, folders: readonly string[]): FoundChunks {
  const id = planId(plan);
  const found = new Map<number, string>();
  const missing: Chunk[] = [];
  for (const chunk of chunksOf(plan)) {
    const held = folders.flatMap((folder) => {
      const state = checkChunk(folder, id, chunk);
      return state.state === 'done' ? [{ folder, sha256: state.receipt.sha256 }] : [];
    });
    if (held.some(({ sha256 }) => sha256 !== held[0].sha256))
      throw new Nondeterminism(`two workings of chunk ${chunk.index} differ`);
    if (held.length === 0) missing.push(chunk);
    else found.set(chunk.index, held[0].folder);
  }
  return { folders: found, missing };
}

/** Copies chunks into a folder, rows before receipts, but for those that are there. */
export function gatherChunks(target: string, found: FoundChunks): void {
  makeFolder(join(target, 'chunks'));
  const there = new Set(readdirSync(join(target, 'chunks')));
  for (const [index, folder] of found.folders) {
    if (folder === target || there.has(receiptPath('', index).replace(/^.*\//, ''))) continue;
    copyFileSync(rowsPath(folder, index), rowsPath(target, index));
    copyFileSync(receiptPath(folder, index), receiptPath(target, index));
  }
}
