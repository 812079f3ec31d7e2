import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcher } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'new-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const folderOf = (name: string, ...inside: readonly string[]): string => {
  for (const each of ['', ...inside]) mkdirSync(join(shelf, name, each), { recursive: true });
  return join(shelf, name);
};
const maabar = (folder: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: 'utf8' });

describe('new', () => {
  it('writes a scenario whose check holds, here where there is no folder for it, and says what comes next', () => {
    const folder = folderOf('bare');
    const { status, stdout } = maabar(folder, 'new', 'my-cut', '--from', 'two-gates');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Wrote my-cut\.yaml\. Change it, then: {2}.* check my-cut\.yaml\n.* run my-cut\.yaml\n$/,
    );
    const checked = maabar(folder, 'check', 'my-cut.yaml');
    expect([checked.status, checked.stdout]).toEqual([
      0,
      expect.stringContaining('holds: income_patron_usd'),
    ]);
  });

  it('builds on the shipped baseline where nothing is said, into scenarios/ where there is one', () => {
    const folder = folderOf('house', 'scenarios', 'studies');
    expect(maabar(folder, 'new', 'plain.yaml').stdout).toContain(join('scenarios', 'plain.yaml'));
    expect(maabar(folder, 'check', '--schema-only', 'scenarios/plain.yaml').status).toBe(0);
    expect(readFileSync(join(folder, 'scenarios', 'plain.yaml'), 'utf8')).toContain('\nextends: baseline\n');
  });

  it('builds on a file by the path that the new one must say', () => {
    const folder = folderOf('paths', 'scenarios');
    writeFileSync(join(folder, 'mine.yaml'), 'title: Mine\nextends: two-gates\nmonths: 9\n');
    expect(maabar(folder, 'new', 'on-mine', '--from', 'mine.yaml').status).toBe(0);
    expect(readFileSync(join(folder, 'scenarios', 'on-mine.yaml'), 'utf8')).toContain(
      'extends: "../mine.yaml"',
    );
    expect(maabar(folder, 'check', 'scenarios/on-mine.yaml').status).toBe(0);
  });

  it('writes a study that can be planned', () => {
    const folder = folderOf('study', 'studies');
    expect(maabar(folder, 'new', 'spread', '--study', '--from', 'two-gates').status).toBe(0);
    const checked = maabar(folder, 'check', 'studies/spread.yaml');
    expect([checked.status, checked.stdout]).toEqual([0, 'studies/spread.yaml: valid, a study of 32 runs\n']);
    const planned = maabar(folder, 'plan', 'studies/spread.yaml');
    expect(planned.stdout).toContain('1 scenario x 8 points x 4 replicates = 32 runs');
  });

  it('never writes over a file, exit 2', () => {
    const folder = folderOf('twice');
    writeFileSync(join(folder, 'kept.yaml'), 'mine');
    const { status, stderr } = maabar(folder, 'new', 'kept');
    expect([status, stderr]).toEqual([2, expect.stringContaining('left as it is')]);
    expect(readFileSync(join(folder, 'kept.yaml'), 'utf8')).toBe('mine');
  });

  it.each(['../out', 'a,b', '=x', 'two words', '-x.yaml'])(
    'refuses the name %j and writes nothing',
    (name) => {
      const folder = folderOf('refused');
      const { status, stderr } = maabar(folder, 'new', '--from', 'two-gates', '--', name);
      expect([status, stderr]).toEqual([2, expect.stringContaining('letters, digits')]);
      expect(existsSync(join(shelf, 'out.yaml'))).toBe(false);
    },
  );

  it('says which scenario it does not know', () => {
    const { status, stderr } = maabar(folderOf('unknown'), 'new', 'x', '--from', 'two-gats');
    expect([status, stderr]).toEqual([2, expect.stringContaining('two-gates')]);
  });
});
