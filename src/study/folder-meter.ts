import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isVouched, receiptPath } from './chunks.ts';
import { readTold } from './kept-chunk.ts';
import { type Plan, planId } from './plan.ts';
import { cutToHand } from './precision/layers.ts';
import { tellLook } from './precision/look-at-hand.ts';
import { type StudyProgress, startProgress } from './progress.ts';
import { type Chunk, chunkAt, countChunks, countRuns } from './run-order.ts';

/** Counts what a study's folder keeps, whoever works it. Each chunk is read once. */
export interface FolderMeter {
  /** Finds chunks that were kept since, oldest first; the sitting at hand began at `since` (ms since 1970), undefined where nobody works. */
  readonly find: (since: number | undefined) => readonly KeptChunk[];
  /** Throws where the chunk has gone since it was found; it is not counted then. */
  readonly count: (kept: KeptChunk) => void;
  readonly read: () => StudyProgress;
}

/** A chunk and when its receipt was written, in ms since 1970. */
export interface KeptChunk {
  readonly chunk: Chunk;
  readonly at: number;
}

/**
 * Sums chunks in the order in which they were kept, as the sitting does that keeps them, so that both say the same; on several threads two
 * may be kept within a tick of the disk's clock, and then last digits may differ. Checksums are not looked at.
 */
export function openFolderMeter(folder: string, plan: Plan): FolderMeter {
  const id = planId(plan);
  let counted = new Set<number>();
  let meter = startProgress(plan, countRuns(plan), 0);
  let sitting: number | undefined;
  let hand = plan;
  const startAnew = (): void => {
    counted = new Set();
    meter = startProgress(plan, countRuns(hand), sitting ?? 0);
  };
  return {
    find: (since) => {
      const listed = listChunks(folder);
      if ([...counted].some((index) => !listed.has(index))) startAnew();
      if (since !== sitting) meter.begin(since ?? 0);
      sitting = since;
      hand = cutToHand(plan, (index) => listed.has(index));
      meter.expect(countRuns(hand));
      return [...listed]
        .filter((index) => index < countChunks(hand) && !counted.has(index))
        .map((index) => chunkAt(plan, index))
        .filter((chunk) => isVouched(folder, id, chunk))
        .map((chunk) => ({ chunk, at: statSync(receiptPath(folder, chunk.index)).mtimeMs }))
        .sort((a, b) => a.at - b.at || a.chunk.index - b.chunk.index);
    },
    count: ({ chunk, at }) => {
      const told = readTold(folder, plan, chunk);
      counted.add(chunk.index);
      if (sitting === undefined || at < sitting) meter.keep(told);
      else meter.add(told, at);
    },
    read: () => {
      const look = tellLook(hand, undefined);
      return look === undefined ? meter.read() : { ...meter.read(), look };
    },
  };
}

/** Numbers of the chunks that have a receipt; none where the folder has no chunks any more. */
function listChunks(folder: string): ReadonlySet<number> {
  try {
    const names = readdirSync(join(folder, 'chunks')).filter((name) => /^\d{6,}\.json$/.test(name));
    return new Set(names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}
