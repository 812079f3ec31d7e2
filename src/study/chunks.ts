import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeChunk, encodeChunk } from './chunk-format.ts';
import { writeDurably } from './durable.ts';
import type { KeptRun } from './kept-run.ts';
import type { Plan } from './plan.ts';
import type { Chunk } from './run-order.ts';

/** The only record of what is done: written after the rows, so rows without a receipt count for nothing. */
export interface Receipt {
  readonly plan: string;
  /** Number of the chunk's first run in the order of the plan, from 0. */
  readonly first: number;
  /** Runs in the chunk. */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** 1, or 2 after a worker was lost. */
  readonly attempt: number;
}

/** Two workings of one chunk that differ: the model is not deterministic, and nothing may be built on it. */
export class Nondeterminism extends Error {
  override readonly name = 'Nondeterminism';
}

/** `chunks/000042.bin` of a study folder. */
export function rowsPath(folder: string, index: number): string {
  return join(folder, 'chunks', `${String(index).padStart(6, '0')}.bin`);
}

/** `chunks/000042.json` of a study folder. */
export function receiptPath(folder: string, index: number): string {
  return rowsPath(folder, index).replace(/bin$/, 'json');
}

/**
 * Keeps a finished chunk: rows first, receipt second, each whole or not at all. A twin with equal rows is dropped.
 * Throws Nondeterminism when a valid receipt vouches for other rows than these.
 */
export function keepChunk(
  folder: string,
  plan: string,
  chunk: Chunk,
  runs: readonly KeptRun[],
  attempt = 1,
): Receipt {
  const bytes = encodeChunk(runs);
  const sha256 = hash(bytes);
  const kept = checkChunk(folder, plan, chunk);
  if (kept.state === 'done') {
    if (kept.receipt.sha256 === sha256) return kept.receipt;
    throw new Nondeterminism(`two workings of chunk ${chunk.index} differ`);
  }
  const receipt = { plan, first: chunk.first, rows: runs.length, bytes: bytes.length, sha256, attempt };
  writeDurably(rowsPath(folder, chunk.index), bytes);
  writeDurably(receiptPath(folder, chunk.index), `${JSON.stringify(receipt)}\n`);
  return receipt;
}

/** What a folder holds of a chunk: nothing, something torn (with the reason), or all of it. */
export type ChunkState =
  | { readonly state: 'missing' }
  | { readonly state: 'torn'; readonly why: string }
  | { readonly state: 'done'; readonly receipt: Receipt };

/** Reads a chunk's receipt and hashes its rows again. */
export function checkChunk(folder: string, plan: string, chunk: Chunk): ChunkState {
  if (!existsSync(receiptPath(folder, chunk.index)))
    return existsSync(rowsPath(folder, chunk.index))
      ? { state: 'torn', why: 'its rows have no receipt' }
      : { state: 'missing' };
  const receipt = readReceipt(folder, chunk.index);
  if (receipt === undefined) return { state: 'torn', why: 'its receipt cannot be read' };
  const why = mismatch(folder, plan, chunk, receipt) ?? wrongRows(folder, chunk, receipt);
  return why === undefined ? { state: 'done', receipt } : { state: 'torn', why };
}

/** The runs of a finished chunk; `id` is the plan's. Throws when the chunk is missing or torn: tables take no gaps. */
export function readChunk(folder: string, plan: Plan, id: string, chunk: Chunk): KeptRun[] {
  const found = checkChunk(folder, id, chunk);
  if (found.state !== 'done')
    throw new Error(`chunk ${chunk.index} is ${found.state === 'torn' ? found.why : 'missing'}`);
  return decodeChunk(plan, chunk, readFileSync(rowsPath(folder, chunk.index)));
}

/** Whether a chunk's receipt vouches for rows of the length that lies there. The rows are not read, so this says less than `checkChunk`. */
export function isVouched(folder: string, plan: string, chunk: Chunk): boolean {
  const receipt = readReceipt(folder, chunk.index);
  return receipt !== undefined && mismatch(folder, plan, chunk, receipt) === undefined;
}

/** Forgets a torn chunk, receipt first, so that nothing vouches for what is being redone. */
export function dropChunk(folder: string, index: number): void {
  rmSync(receiptPath(folder, index), { force: true });
  rmSync(rowsPath(folder, index), { force: true });
}

function readReceipt(folder: string, index: number): Receipt | undefined {
  try {
    return JSON.parse(readFileSync(receiptPath(folder, index), 'utf8')) as Receipt;
  } catch {
    return undefined;
  }
}

function mismatch(folder: string, plan: string, chunk: Chunk, receipt: Receipt): string | undefined {
  const path = rowsPath(folder, chunk.index);
  if (receipt.plan !== plan) return 'its receipt is of another plan';
  if (receipt.first !== chunk.first || receipt.rows !== chunk.runs) return 'its receipt counts other runs';
  if (!existsSync(path)) return 'its rows are gone';
  if (statSync(path).size !== receipt.bytes) return 'its rows have another length than its receipt says';
  return undefined;
}

function wrongRows(folder: string, { index }: Chunk, { sha256 }: Receipt): string | undefined {
  if (hash(readFileSync(rowsPath(folder, index))) === sha256) return undefined;
  return 'its rows have another checksum than its receipt says';
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
