import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenFile } from '../csv-file.ts';
import { damaged, type FolderProblem } from './folder-problem.ts';

/** Holds every file of a manifest against its length and checksum; reads a megabyte at a time. */
export function* checkFiles(folder: string, files: readonly WrittenFile[]): Generator<FolderProblem> {
  for (const file of files) {
    const message = faultOf(folder, file);
    if (message !== undefined) yield damaged(file.path, message);
  }
}

function faultOf(folder: string, { path, bytes, sha256 }: WrittenFile): string | undefined {
  if (/^[/\\]|^\w:|(^|[/\\])\.\.([/\\]|$)/.test(path))
    return 'manifest.json lists it, but it lies outside the folder.';
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (found === undefined) return 'manifest.json lists it, but it is not there.';
  if (found.size !== bytes)
    return `it has ${found.size} bytes, not ${bytes} as manifest.json says: it was changed or cut short.`;
  const hash = sha256Of(join(folder, path));
  if (hash !== sha256)
    return `its sha256 is ${hash.slice(0, 12)}…, not ${sha256.slice(0, 12)}… as manifest.json says: it was changed after it was written.`;
  return undefined;
}

/** sha256 of a file, hex; a megabyte in memory at a time. Throws what the disk throws. */
export function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let length = 1; length > 0; ) {
      length = readSync(file, buffer, 0, buffer.length, null);
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
