import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

describe('export', () => {
  const out = join(shelf, 'out');

  it('writes tables in another form, names each with its rows, and exits 7 where they are there', async () => {
    const command = [
      'export',
      folder,
      '--format',
      'excel',
      '--locale',
      'de',
      '--tables',
      'by_month,runs',
      '--out',
      out,
    ];
    const first = await maabar(command);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toBe(`${join(out, 'by_month.csv')}: 6 rows\n${join(out, 'runs.csv')}: 2 rows\n`);
    expect(readFileSync(join(out, 'runs.csv'), 'utf8')).toMatch(/^\uFEFFrun_id;scenario_id;/);
    const again = await maabar(command);
    expect([again.code, again.stdout]).toEqual([7, '']);
    expect(again.stderr).toContain('by_month.csv and 1 more are there already');
    expect((await maabar([...command, '--replace'])).code).toBe(0);
  });

  it('leaves the study whole', async () => {
    expect((await maabar(['export', folder, '--json'])).code).toBe(0);
    expect((await maabar(['check', folder])).code).toBe(0);
    expect(readdirSync(`${folder}-parquet`)).toContain('by_month.parquet');
  });

  it.each([
    [['--tables', 'by_mnth'], 2, 'Did you mean "by_month"?'],
    [['--tables', 'parameters', '--runs', '1'], 2, 'parameters is over all runs'],
    [['--runs', 'basline'], 2, 'scenarios (here two-gates)'],
    [['--format', 'xlsx'], 2, 'csv, parquet, excel'],
    [['--format', 'excel', '--locale', 'xx_yy'], 2, 'as in en, de, fr'],
  ])('with %j is exit %i and says %j', async (flags, exit, sentence) => {
    const { code, stdout, stderr } = await maabar(['export', folder, '--out', join(shelf, 'none'), ...flags]);
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(sentence);
    expect(existsSync(join(shelf, 'none'))).toBe(false);
  });

  it('of no finished study is exit 7 with the command that says what is there', async () => {
    const { code, stderr } = await maabar(['export', shelf]);
    expect([code, stderr]).toEqual([7, expect.stringContaining(`node bin/maabar.js check ${shelf}`)]);
  });
});
