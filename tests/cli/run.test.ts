import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'run-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const small = ['run', 'two-gates-pact-broken', '--months', '30', '--replicates', '2'];

/** Checksums of every file of a folder but those where a clock may speak. */
function checksums(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['manifest.json', 'batch.ndjson'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (path) =>
        `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
    )
    .sort();
}

describe('run on a pipe', () => {
  it('prints a summary without escape codes, at most 80 columns wide, and its plan on stderr', async () => {
    const { code, stdout, stderr } = await maabar([...small, '--out', join(shelf, 'a')]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Plan: 2 scenarios x 2 replicates = 4 runs, 30 months/);
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n'))
      if (!/^(Tables: | {2}maabar )/.test(line)) expect(line.length).toBeLessThanOrEqual(80);
    for (const words of [
      'Model output, not data',
      'What changed, against',
      'over 2 pairs',
      'Who pays',
      'Next:',
    ])
      expect(stdout).toContain(words);
  });

  it('leaves the same bytes with any number of workers, and the same words', async () => {
    const one = await maabar([...small, '--out', join(shelf, 'one'), '--workers', '1']);
    const three = await maabar([...small, '--out', join(shelf, 'three'), '--workers', '3']);
    expect(checksums(join(shelf, 'three'))).toEqual(checksums(join(shelf, 'one')));
    expect(three.stdout).toBe(one.stdout.replaceAll(join(shelf, 'one'), join(shelf, 'three')));
  });

  it('goes on where a sitting broke off, and ends with the same bytes', async () => {
    const folder = join(shelf, 'broken-off');
    await maabar([...small, '--out', folder]);
    const before = checksums(folder);
    rmSync(join(folder, 'manifest.json'));
    rmSync(join(folder, 'chunks', '000001.json'));
    const { code, stderr } = await maabar([...small, '--out', folder]);
    expect(code).toBe(0);
    expect(stderr).toContain('Chunk 1 is not whole (its rows have no receipt)');
    expect(checksums(folder)).toEqual(before);
  });

  it('leaves a finished folder as it is, tells its results again, and what it could not ask on a pipe', async () => {
    const folder = join(shelf, 'finished');
    const first = await maabar([...small, '--out', folder]);
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const second = await maabar([...small, '--out', folder, '--predict']);
    expect(second.code).toBe(0);
    expect(second.stderr).toContain('is finished already');
    const unasked = '--predict needs a terminal: its questions were not asked.\n';
    expect(second.stdout).toBe(first.stdout + unasked);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(manifest);
  });

  it('plays one replicate alone with the numbers that it has among others', async () => {
    await maabar([...small, '--out', join(shelf, 'both')]);
    await maabar([...small.slice(0, 4), '--replicate', '2', '--out', join(shelf, 'second')]);
    const digests = (folder: string): readonly string[] =>
      readFileSync(join(shelf, folder, 'runs.csv'), 'utf8').match(/,2,1,ok,,,,[0-9a-f]{64}/g) ?? [];
    expect(digests('second').length).toBe(2);
    expect(digests('second')).toEqual(digests('both'));
  });

  it('prints JSON lines and nothing else with --json', async () => {
    const { stdout } = await maabar([...small, '--out', join(shelf, 'json'), '--json']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(new Set(rows.map(({ type }) => type))).toEqual(
      new Set(['study', 'compare', 'replacement', 'check', 'folder']),
    );
    const row = rows.find(({ type, outcome }) => type === 'compare' && outcome === 'income_total_usd');
    expect(row).toMatchObject({ n_pairs: 2, diff_mean: expect.any(Number), diff_lo: expect.any(Number) });
  });

  it('takes a changed scenario for another one and compares it with itself unchanged', async () => {
    const run = ['run', 'two-gates', '--months', '12', '--replicates', '2'];
    const set = ['--set', 'patron.transfer=baseline * 0.5'];
    const { code, stdout } = await maabar([...run, ...set, '--out', join(shelf, 'set'), '--json']);
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const row = rows.find(({ outcome }) => outcome === 'income_patron_usd');
    expect(row).toMatchObject({ baseline_id: 'two-gates', verdict: 'lower' });
    expect(row.scenario_id).toMatch(/^two-gates-set-[0-9a-f]{6}$/);
    expect(row.pct_diff).toBeCloseTo(-50, 6);
  });
});

describe('run that cannot', () => {
  it('refuses a folder that holds something else, exit 7, and touches nothing', async () => {
    const folder = mkdtempSync(join(shelf, 'thesis-'));
    writeFileSync(join(folder, 'thesis.doc'), 'years of work');
    const { code, stderr } = await maabar([...small, '--out', folder]);
    expect(code).toBe(7);
    expect(stderr).toContain('already holds other files');
    expect(readdirSync(folder)).toEqual(['thesis.doc']);
  });

  it('cannot write where a file stands in the way, exit 7', async () => {
    const file = join(shelf, 'a-file');
    writeFileSync(file, '');
    const { code, stderr } = await maabar([...small, '--out', join(file, 'folder')]);
    expect(code).toBe(7);
    expect(stderr).toContain('Name another folder with --out');
    expect(stderr).not.toContain('    at ');
  });

  it('names every problem of a scenario with its place, exit 3', async () => {
    const file = join(shelf, 'slip.yaml');
    writeFileSync(file, 'title: A slip\nworld: two-gates\nset: { patron.transfr: 3 }\nmonth: 3\n');
    const { code, stderr } = await maabar(['run', file]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/slip\.yaml:3:\d+: .*patron\.transfer/);
    expect(stderr).toMatch(/slip\.yaml:4:\d+: .*months/);
  });

  it('stops at Ctrl-C with exit 130 and says how to go on, and going on ends with the same bytes', async () => {
    const long = ['run', 'two-gates', '--replicates', '150', '--workers', '1', '--out', join(shelf, 'long')];
    const stopped = await maabar(long, {
      onStart: (child) => child.stderr?.once('data', () => setTimeout(() => child.kill('SIGINT'), 100)),
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('Continue with:  node bin/maabar.js run two-gates');
    expect(
      readdirSync(join(shelf, 'long'), { recursive: true }).filter((name) => String(name).endsWith('.tmp')),
    ).toEqual([]);
    const resumed = await maabar(long);
    expect(resumed.code, resumed.stderr).toBe(0);
    const undisturbed = [...long.slice(0, -1), join(shelf, 'undisturbed')];
    await maabar([...undisturbed, '--workers', '2']);
    expect(checksums(join(shelf, 'long'))).toEqual(checksums(join(shelf, 'undisturbed')));
  });
});
