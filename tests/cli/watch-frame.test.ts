import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchOptions } from '../../src/cli/commands/watch.ts';
import { refuseWatching } from '../../src/cli/refuse-watching.ts';
import { cellsOf } from '../../src/dashboard/paint/cells.ts';
import { maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'watch-frame-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const folder = join(shelf, 'small');
const run = ['run', 'two-gates', '--months', '2', '--replicates', '2', '--workers', '1', '--out', folder];

beforeAll(async () => {
  const { code, stderr } = await maabar([...run, '--plain']);
  expect(code, stderr).toBe(0);
});

describe('watch --frame', () => {
  it('prints the screen of a folder on a pipe, as large as asked, and touches nothing', async () => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await maabar(['watch', folder, '--frame', '--size', '120x40']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n').slice(0, -1);
    expect(lines).toHaveLength(40);
    for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(120);
    expect(lines[0]).toMatch(/BATCH two-gates .*seed 1 +FINISHED$/);
    expect(stdout).toContain('2 of 2 runs, 0 failed');
    expect(readdirSync(folder)).toEqual(before);
    expect(readdirSync(shelf)).toEqual(['small']);
  });

  it('gives the numbers of a panel', async () => {
    const { stdout } = await maabar(['watch', folder, '--frame', '--as', 'json', '--panel', 'mean']);
    const { about, table } = JSON.parse(stdout);
    expect(about).toMatchObject({
      ...{ study: 'two-gates', folder, seed: 1, progress: '2 of 2 runs', note: 'model output, not data' },
    });
    expect(table.rows.map(({ runs_n }: { readonly runs_n: number }) => runs_n)).toEqual([1, 2]);
  });

  it('prints the list where nothing is named', async () => {
    const { code, stdout } = await maabar(['watch', '--frame', '--as', 'csv', '--seed', '9']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^seed,kind,name,title,level,/);
    expect(stdout).toMatch(/^9,scenario,two-gates,Two gates under a pact,easy,/m);
  });
});

describe('run --frame --view batch', () => {
  it('prints the study of the run’s own folder, and what would fill the view where there is none', async () => {
    const frame = ['--frame', '2014-02', '--view', 'batch'];
    const { code, stdout } = await maabar([...run, ...frame]);
    expect(code).toBe(0);
    expect(stdout).toContain('Feb 2014 (m 2/2)');
    expect(stdout).toContain('2 of 2 runs, 0 failed');
    const elsewhere = join(shelf, 'none');
    const none = await maabar([...run, '--out', elsewhere, ...frame]);
    expect(none.stdout).toContain('No study stands behind this run');
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('refuses a folder that holds another study', async () => {
    const { code, stderr } = await maabar([...run, '--seed', '2', '--frame', '2014-02', '--view', 'batch']);
    expect(code).toBe(7);
    expect(stderr).toContain('holds another study');
  });
});

describe('watch refuses in a sentence', () => {
  const plain: WatchOptions = { seed: 1, set: [], color: true };
  it.each<readonly [string, readonly string[], Partial<WatchOptions>, string]>([
    ['a frame of a scenario', ['two-gates'], { frame: true }, 'run two-gates --frame 2018-06'],
    ['a frame of a folder and more', [folder, 'x y'], { frame: true }, 'x y is no folder of a study'],
    ['a frame of two folders', [folder, folder], { frame: true }, 'two are named. Name one.'],
    ['a view of a folder', [folder], { frame: true, view: 'why' }, 'Leave --view out.'],
    ['a set of a folder', [folder], { frame: true, set: ['a=1'] }, 'Leave --set out.'],
    ['months of the list', [], { frame: true, months: 3 }, 'Leave --months out.'],
    ['questions in a frame', [], { frame: true, predict: true }, 'Leave --predict out.'],
    ['a size of a screen', [folder], { size: '80x24' }, 'Add --frame.'],
    ['a form of a screen', [folder], { as: 'csv' }, 'Add --frame.'],
    ['a panel of a screen', [folder], { panel: 'mean' }, 'Add --frame.'],
    ['a frame read aloud', [folder], { frame: true, screenReader: true }, 'Leave one of the two out.'],
    ['a run read aloud', ['two-gates'], { screenReader: true }, 'run two-gates --screen-reader'],
    ['the list read aloud', [], { screenReader: true }, 'have the scenarios told by: '],
    ['a folder without a terminal', [folder], {}, `watch ${folder} --frame prints the screen once`],
  ])('%s', async (_, words, options, sentence) => {
    await expect(refuseWatching(words, { ...plain, ...options })).rejects.toThrow(sentence);
  });

  it('but not what it can show', async () => {
    for (const words of [[], [folder]])
      await expect(refuseWatching(words, { ...plain, frame: true, as: 'svg' })).resolves.toBeUndefined();
    await expect(refuseWatching([folder], { ...plain, screenReader: true })).resolves.toBeUndefined();
  });
});
