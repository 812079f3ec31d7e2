import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The oldest Node line that the program supports, beside the one that runs the tests. */
const older = '22.12.0';
const place = mkdtempSync(join(tmpdir(), 'maabar-node-'));
const olderNode = join(place, 'node_modules', 'node', 'bin', 'node');

beforeAll(() => {
  // Its install script fetches the binary, which newer npm asks to approve.
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  execFileSync('npm', ['install', '--prefix', place, `node@${older}`], { stdio: 'pipe' });
}, 300_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** sha256 of every data file that a run leaves, by name. */
function tablesFrom(node: string, out: string): ReadonlyMap<string, string> {
  const folder = join(place, out);
  const command = [
    'bin/maabar.js',
    'run',
    'maximum-pressure',
    '--seed',
    '1',
    '--replicates',
    '2',
    '--plain',
    '--out',
    folder,
  ];
  execFileSync(node, command, { stdio: 'pipe' });
  const files = ['tables', 'summary'].flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => join(part, name)),
  );
  return new Map(
    [...files, 'runs.csv', 'outcomes.csv', 'checks.csv'].map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

describe('the same seed', () => {
  it(`gives the same bytes on Node ${older} as on this one, and the second time as the first`, () => {
    expect(execFileSync(olderNode, ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${older}`);
    const here = tablesFrom(process.execPath, 'here');
    expect(here.size).toBeGreaterThan(8);
    expect(tablesFrom(process.execPath, 'again')).toEqual(here);
    expect(tablesFrom(olderNode, 'older')).toEqual(here);
  });
});
