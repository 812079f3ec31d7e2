import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Ending of a file that is being written: one left behind by a crash holds nothing that counts. */
export const temporaryEnding = '.tmp';

/**
 * Writes a file that is there whole or not at all, even if the machine stops: temporary name, fsync, rename, fsync of the folder.
 * Throws what the disk throws (full, read-only).
 */
export function writeDurably(path: string, bytes: Uint8Array | string): void {
  const temporary = `${path}.${process.pid}${temporaryEnding}`;
  const file = openSync(temporary, 'w');
  try {
    writeWhole(file, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Makes the folder's list of names durable; where the system cannot open a folder (Windows) the rename has to do. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
