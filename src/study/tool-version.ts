import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the program, of the package.json in its folder. */
export function toolVersionIn(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
