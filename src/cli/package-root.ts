import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedDir } from '../scenario/shipped-dir.ts';
import { toolVersionIn } from '../study/tool-version.ts';

/** Folder of the installed program, the one with `scenarios/` and `worlds/`. */
export const packageRoot = shippedDir;

/** Version of the program, of package.json. */
export function toolVersion(): string {
  return toolVersionIn(packageRoot);
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
