import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcher, maabar, root } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'verbs-'));
afterAll(() => rmSync(shelf, { recursive: true }));

/** A scenario file on the small world; its one check wants the patron's income between two bounds. */
function scenario(name: string, low: number, high: number): string {
  const file = join(shelf, `${name}.yaml`);
  const check = `{ outcome: income_patron_usd, window: 2014-02..2014-03, value: [${low}, ${high}] }`;
  writeFileSync(file, `title: ${name}\nworld: two-gates\nmonths: 3\nchecks:\n  - ${check}\n`);
  return file;
}

describe('help', () => {
  it('comes on stdout, examples first, with and without asking', async () => {
    const asked = await maabar(['--help']);
    expect(asked.code).toBe(0);
    expect(asked.stdout.startsWith('Examples (here maabar is typed: node bin/maabar.js)\n')).toBe(true);
    const bare = await maabar([]);
    expect([bare.code, bare.stdout]).toEqual([0, asked.stdout]);
    for (const verb of ['run', 'check', 'list', 'explain', 'map'])
      expect(asked.stdout).toContain(`  ${verb} `);
  });

  it('fits 80 columns for every verb', async () => {
    for (const args of [
      ['--help'],
      ['run', '--help'],
      ['check', '--help'],
      ['explain', '--help'],
      ['batch', '--help'],
      ['plan', '--help'],
      ['merge', '--help'],
      ['compare', '--help'],
      ['sensitivity', '--help'],
      ['doctor', '--help'],
      ['new', '--help'],
      ['watch', '--help'],
    ])
      for (const line of (await maabar(args)).stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('a command line that cannot be read', () => {
  it.each([
    [['rnu', 'two-gates'], 'run'],
    [['run'], 'scenario'],
    [['run', 'two-gates', '--replicats', '3'], '--replicates'],
    [['run', 'two-gates', '--seed', '-1'], '0 to 9007199254740991'],
    [['run', 'two-gates', '--months', '0'], '1 to 156'],
    [['run', 'two-gates', '--set', 'patron.transfer'], 'name=formula'],
    [['run', 'two-gates', '--set', 'patron.transfr=1'], 'patron.transfer'],
    [['run', 'two-gats'], 'two-gates'],
    [['explain', 'patron.transfr'], 'patron.transfer'],
    [['explain'], '--parameters'],
    [['explain', 'imports_usd', '--month', '1999-01'], '2014-01 to'],
    [['check', 'no-such-file.yaml'], 'no-such-file.yaml'],
    [['map', 'two-gats'], 'two-gates'],
  ])('%j is exit 2 with a hint at %j and no stack trace', async (args, hint) => {
    const { code, stdout, stderr } = await maabar(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('map', () => {
  it('says post by post what a truck pays without a pact and with one, and what that does in sum', async () => {
    const { code, stdout } = await maabar(['map', 'two-gates']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Upper Gate +[\d.]+ +[\d.]+ +\+/);
    expect(stdout).toContain('Here a full pact raises what a truck pays in sum');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives one line of JSON for each bypass and cohesion', async () => {
    const { stdout } = await maabar(['map', 'two-gates', '--json']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ bypass, cohesion }) => [bypass, cohesion])).toEqual([
      [true, 0],
      [true, 1],
      [false, 0],
      [false, 1],
    ]);
    expect(lines[0].posts.map(({ post_id }: { post_id: string }) => post_id)).toEqual([
      'upper-gate',
      'lower-gate',
      'bridge',
    ]);
  });
});

describe('check', () => {
  it('holds checks against a run: exit 0 when all hold, 6 when one does not', async () => {
    const good = await maabar(['check', scenario('good', 0, 1e12)]);
    expect([good.code, good.stdout]).toEqual([
      0,
      expect.stringContaining('good.yaml:5:5: holds: income_patron_usd'),
    ]);
    const bad = await maabar(['check', scenario('bad', 1e12, 2e12)]);
    expect([bad.code, bad.stdout]).toEqual([
      6,
      expect.stringContaining('bad.yaml:5:5: DOES NOT HOLD: income_patron_usd'),
    ]);
  });

  it('is done by run as well, which leaves its tables all the same', async () => {
    const out = join(shelf, 'checked');
    const run = ['run', scenario('bad', 1e12, 2e12), '--replicates', '1', '--workers', '1', '--out', out];
    const { code, stdout } = await maabar(run);
    expect(code).toBe(6);
    expect(stdout).toMatch(/Checks: 2 of 3 hold\n {2}does not hold: income_patron_usd/);
    expect(existsSync(join(out, 'manifest.json'))).toBe(true);
    rmSync(out, { recursive: true });
  });

  it('only reads with --schema-only, and finds what is not valid, exit 3', async () => {
    const bad = scenario('bad', 1e12, 2e12);
    expect((await maabar(['check', '--schema-only', bad])).code).toBe(0);
    const slip = join(shelf, 'slip.yaml');
    writeFileSync(slip, 'title: 3\nworld: two-gates\n');
    const { code, stderr } = await maabar(['check', '--schema-only', bad, slip]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/slip\.yaml:1:\d+: /);
    rmSync(slip);
  });

  it('takes a folder for the scenarios in it, and says which in JSON', async () => {
    scenario('good', 0, 1e12);
    scenario('bad', 1e12, 2e12);
    const { code, stdout } = await maabar(['check', shelf, '--json']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(6);
    expect(rows.map(({ status }) => status)).toEqual(['valid', 'fails', 'valid', 'holds']);
  });
});

describe('list', () => {
  it('shows every shipped scenario with title, question and difficulty', async () => {
    const rows = (await maabar(['list', '--json'])).stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['two-gates', 'baseline', 'maximum-pressure', 'classroom-quick']),
    );
    for (const { type, title, question, difficulty, runs } of rows) {
      expect(title.length * question.length).toBeGreaterThan(0);
      if (type === 'study') expect(runs).toBeGreaterThan(0);
      else expect([1, 2, 3]).toContain(difficulty);
    }
  });

  it('ends quietly when its reader has seen enough', () => {
    const command = `"${process.execPath}" "${launcher}" explain --parameters | head -n 1; echo "code \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8' });
    expect(stdout).toMatch(/^\S+\ncode 0\n$/);
    expect(stderr).toBe('');
  });
});

describe('explain', () => {
  it('prints the flows of a month as a matrix that sums to exactly nothing, and as JSON', async () => {
    const args = ['explain', 'ledger', '--scenario', 'two-gates', '--month', '2014-03'];
    const { stdout } = await maabar(args);
    expect(stdout).toContain('All changes of cash sum to 0 cents.');
    const json = JSON.parse((await maabar([...args, '--json'])).stdout);
    expect(json).toMatchObject({ type: 'ledger', month: '2014-03', sum_cents: 0 });
    const duty = json.rows.find((row: { line: string }) => row.line === 'duty');
    expect(duty.usd.treasury).toBe(-duty.usd['trading-houses']);
  });

  it('asks for the month of a ledger', async () => {
    const { stderr, code } = await maabar(['explain', 'ledger']);
    expect(stderr).toContain('--month 2020-07');
    expect(code).toBe(2);
  });

  it('tells of a parameter its meaning, unit, value, range, grade, source and place', async () => {
    const { stdout } = await maabar(['explain', 'patron.transfer', '--json']);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ type: 'parameter', unit: 'usd_per_month', scenario: 'baseline' });
    expect(told.values[0]).toEqual({ from: '2014-01', value: expect.any(Number) });
    expect(told.file).toMatch(/^worlds\/iraq\//);
    expect(told.changedBy.map(({ scenario }: { scenario: string }) => scenario)).toContain('patron-cut-only');
  });

  it('has the value of the month and the scenario asked for', async () => {
    const value = async (month: string): Promise<number> => {
      const args = [
        'explain',
        'patron.transfer',
        '--scenario',
        'patron-cut-only',
        '--month',
        month,
        '--json',
      ];
      return JSON.parse((await maabar(args)).stdout).value;
    };
    expect((await value('2018-05')) / (await value('2018-04'))).toBeCloseTo(0.4, 12);
  });

  it('tells of an outcome its tables and, for a month, what it was', async () => {
    const args = ['explain', 'income_patron_usd', '--scenario', 'two-gates', '--month', '2014-03', '--json'];
    const told = JSON.parse((await maabar(args)).stdout);
    expect(told.tables).toEqual(['by_month', 'by_faction_month']);
    const all = told.values.find(({ entity }: { entity: string | null }) => entity === null);
    const parts = told.values.filter(({ entity }: { entity: string | null }) => entity !== null);
    const sum = parts.reduce((total: number, { value }: { value: number }) => total + value, 0);
    expect(sum).toBeCloseTo(all.value, 4);
  });

  it('lists every value that no source supports', async () => {
    const { stdout } = await maabar(['explain', '--assumptions', '--json']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.length).toBeGreaterThan(10);
    for (const { file, line } of rows) expect(`${file}:${line}`).toMatch(/^worlds\/iraq\/\w+\.yaml:\d+$/);
  });
});

describe('the launcher', () => {
  it('says in one sentence what is missing where the program is not built', () => {
    const bin = join(shelf, 'bare', 'bin');
    mkdirSync(bin, { recursive: true });
    spawnSync('cp', [launcher, join(root, 'bin', 'package.json'), bin]);
    const { status, stderr } = spawnSync(process.execPath, [join(bin, 'maabar.js'), 'list'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('npm ci')]);
  });
});
