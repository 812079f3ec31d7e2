import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the installed program, the one with `scenarios/` and `worlds/`: the nearest above this module with a package.json. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** Version of the program, of package.json. */
export function toolVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Commit of the sources when the program runs from a checkout, else null. */
export function sourceCommit(): string | null {
  const head = readGit('HEAD');
  if (head === undefined) return null;
  const reference = /^ref: (.+)$/.exec(head)?.[1];
  return reference === undefined ? head : (readGit(reference) ?? null);
}

function readGit(name: string): string | undefined {
  try {
    return readFileSync(join(packageRoot, '.git', name), 'utf8').trim();
  } catch {
    return undefined;
  }
}
