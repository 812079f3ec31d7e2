import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { decodeMeans } from './chunk-format.ts';
import { type ChunkDone, tellChunk } from './chunk-work.ts';
import { rowsPath } from './chunks.ts';
import type { Plan } from './plan.ts';
import type { Chunk } from './run-order.ts';

/**
 * What was told of a chunk when it was kept, read again from its rows: only its header and its means, so that tables cost nothing and the
 * checksum is not looked at. Throws where the rows are gone or are none of that chunk.
 */
export function readTold(folder: string, plan: Plan, chunk: Chunk): ChunkDone {
  const file = openSync(rowsPath(folder, chunk.index), 'r');
  try {
    const runs = decodeMeans(plan, chunk, (from, length) => readExactly(file, from, length));
    return tellChunk(plan, chunk, runs, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

function readExactly(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, from) < length) throw new Error('rows end too soon');
  return bytes;
}
