import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'study-folder-'));
afterAll(() => rmSync(shelf, { recursive: true }));

const folder = join(shelf, 'study');
const run = ['run', 'two-gates', '--months', '3', '--replicates', '2', '--workers', '1', '--plain'];
beforeAll(async () => {
  expect((await maabar([...run, '--out', folder])).code).toBe(0);
});

describe('check of a study folder', () => {
  it('says that it is whole, exit 0', async () => {
    const { code, stdout, stderr } = await maabar(['check', folder]);
    expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^\S+study: whole: .*\n$/), '']);
  });

  it('says it as JSON too', async () => {
    const { code, stdout } = await maabar(['check', folder, '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ file: folder, status: 'whole' }),
    ]);
  });

  it('names each damaged file, exit 7, and how to mend it; the way it names mends it', async () => {
    appendFileSync(join(folder, 'tables', 'by_month.csv'), '\n');
    appendFileSync(join(folder, 'load', 'load.R'), '\n');
    const { code, stdout, stderr } = await maabar(['check', folder]);
    expect([code, stdout]).toEqual([7, '']);
    expect(stderr).toMatch(/by_month\.csv: it has \d+ bytes, not \d+ as manifest\.json says/);
    expect(stderr).toContain('load/load.R: it has');
    expect(stderr).toContain(
      `remove ${folder}/manifest.json and give the command of ${folder}/README.md again`,
    );
    rmSync(join(folder, 'manifest.json'));
    expect((await maabar(['check', folder])).stderr).toMatch(/not finished. 2 of 2 chunks are saved/);
    expect((await maabar([...run, '--out', folder])).code).toBe(0);
    expect((await maabar(['check', folder])).code).toBe(0);
  });

  it('stands beside scenarios: the worst of all decides', async () => {
    appendFileSync(join(folder, 'README.md'), 'a note\n');
    const { code, stdout } = await maabar(['check', 'baseline', folder, '--schema-only']);
    expect([code, stdout]).toEqual([7, expect.stringContaining('baseline: valid')]);
    rmSync(join(folder, 'manifest.json'));
    expect((await maabar([...run, '--out', folder])).code).toBe(0);
  });
});
