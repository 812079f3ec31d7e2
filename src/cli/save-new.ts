import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../study/durable.ts';

/**
 * Writes a file under a name that is free in a folder: `name.yaml`, else `name-2.yaml`, and so on. It is there whole or not at all, and never
 * in the place of another, even of one that another program writes at the same time. Gives its path; throws what the disk throws.
 */
export function saveNew(folder: string, name: string, text: string): string {
  const path = reserve(folder, name);
  try {
    writeDurably(path, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  return path;
}

/** An empty file that was not there before. */
function reserve(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? `${name}.yaml` : `${name}-${number}.yaml`);
    try {
      closeSync(openSync(path, 'wx'));
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
