import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryEnding } from '../study/durable.ts';
import { makeFolder } from '../study/make-folder.ts';

/** Bytes on their way into a file that is there whole or not at all. */
export interface OutputFile {
  readonly append: (bytes: Uint8Array) => void;
  /** Gives the file its name. Returns its length in bytes and its sha256 in hex. */
  readonly close: () => { readonly bytes: number; readonly sha256: string };
  /** Leaves nothing behind. */
  readonly abandon: () => void;
}

/** Opens a file under a temporary name beside `path`, whose folder is made where it is missing. Throws what the disk throws. */
export function openOutput(path: string): OutputFile {
  makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}${temporaryEnding}`;
  const file = openSync(temporary, 'w');
  const hash = createHash('sha256');
  let length = 0;
  return {
    append: (bytes) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      hash.update(bytes);
      length += bytes.length;
    },
    close: () => {
      fsyncSync(file);
      closeSync(file);
      renameSync(temporary, path);
      return { bytes: length, sha256: hash.digest('hex') };
    },
    abandon: () => {
      closeSync(file);
      rmSync(temporary, { force: true });
    },
  };
}
