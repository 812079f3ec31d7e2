import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { studySums } from '../fixtures/study-sums.ts';
import { type Ended, maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'batch-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const at = (name: string): string => join(shelf, name);
const file = at('pact.yaml');
writeFileSync(
  file,
  `title: Pact
question: What holds?
scenarios: [two-gates, two-gates-pact-broken]
vary: { pact.division: { values: [1, 3] } }
replicates: 3
months: 26
outcomes: [income_total_usd, imports_usd]
tables: []
`,
);
const batch = (...flags: readonly string[]): Promise<Ended> => maabar(['batch', file, ...flags]);

describe('batch', () => {
  it('prints its plan before anything runs, a line for every tenth, and a summary', async () => {
    const { code, stdout, stderr } = await batch('--out', at('a'));
    expect(code, stderr).toBe(0);
    const [plan, ...lines] = stderr.trimEnd().split('\n');
    expect(plan).toMatch(
      /^Plan: 2 scenarios x 2 points x 3 replicates = 12 runs, 26 months, about .* on \d+ workers?, to /,
    );
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines.at(-1)).toMatch(/^100%: 12 of 12 runs/);
    expect(stdout).toContain('Model output, not data');
    expect(stdout).toContain('two-gates-pact-broken less two-gates');
    for (const line of stdout.split('\n').filter((text) => !text.startsWith('Tables: ')))
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it('reports a finished folder and leaves it as it is', async () => {
    await batch('--out', at('twice'));
    const before = readFileSync(join(at('twice'), 'manifest.json'), 'utf8');
    const { code, stderr } = await batch('--out', at('twice'));
    expect([code, stderr.includes('is finished already')]).toEqual([0, true]);
    expect(readFileSync(join(at('twice'), 'manifest.json'), 'utf8')).toBe(before);
  });

  it('prints JSON lines and nothing else with --json', async () => {
    const { stdout } = await batch('--out', at('json'), '--json');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const types = ['study', ...Array(4).fill('compare'), ...Array(4).fill('level'), 'folder'];
    expect(lines.map(({ type }) => type)).toEqual(types);
    expect(lines[0]).toMatchObject({ name: 'pact', points: 2, runs: 12, failed: 0 });
  });

  it('takes scenarios and flags alone for a study, designs included', async () => {
    const flags = [
      '--vary',
      'pact.cohesion=0.2:0.9',
      '--design',
      'sobol',
      '--points',
      '4',
      '--replicates',
      '1',
    ];
    const { code, stderr } = await maabar([
      'batch',
      'two-gates',
      ...flags,
      '--months',
      '2',
      '--tables',
      'none',
      '--out',
      at('flags'),
    ]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('1 scenario x 4 points x 1 replicate = 4 runs');
    expect(readFileSync(join(at('flags'), 'design.csv'), 'utf8')).toMatch(
      /^point_id,p_pact_cohesion\n(p-\d,0\.\d+\n){4}$/,
    );
  });

  it('ends with exit 4 where runs failed, with 5 where it was to stop at the first', async () => {
    const unfit = [
      'batch',
      'two-gates',
      '--vary',
      'trade.channel_nest=0.5,0.99',
      '--replicates',
      '2',
      '--months',
      '2',
    ];
    const finished = await maabar([...unfit, '--out', at('failed')]);
    expect([finished.code, finished.stdout.includes('2 of 4 runs failed')]).toEqual([4, true]);
    const stopped = await maabar([
      ...unfit,
      '--on-failure',
      'stop',
      '--workers',
      '1',
      '--out',
      at('stopped'),
    ]);
    expect(stopped.code).toBe(5);
    expect(stopped.stderr).toContain('E_POINT: "trade.channel_nest" is 0.99');
    expect(stopped.stderr).toContain('3 of 4 runs are saved');
    expect((await maabar([...unfit, '--out', at('stopped')])).code).toBe(4);
    expect(studySums(at('stopped'))).toEqual(studySums(at('failed')));
  });
});

describe('batch that cannot', () => {
  it.each([
    [
      'a flag without a file of its own',
      ['batch', 'two-gates', '--vary', 'pact.cohesin=1,2'],
      2,
      'pact.cohesion',
    ],
    ['a variation that is none', ['batch', 'two-gates', '--vary', 'pact.cohesion'], 2, 'name=lo:hi'],
    ['an empty range', ['batch', 'two-gates', '--vary', 'pact.cohesion=1:1'], 2, 'empty range'],
    ['a shard that is none', ['batch', 'two-gates', '--shard', '3/2'], 2, '--shard 2/5'],
    ['a design that is none', ['batch', 'two-gates', '--design', 'sobl'], 2, 'sobol'],
    ['a calibration', ['batch', 'studies/iraq.yaml'], 3, 'maabar calibrate studies/iraq.yaml'],
    ['a folder that is none', ['merge', 'docs'], 7, 'it has no plan.json'],
    ['a study that is not there', ['batch', 'studies/nowhere.yaml'], 2, 'nowhere'],
  ])('says what is wrong with %s', async (_, args, code, words) => {
    const ended = await maabar(args);
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toContain('    at ');
    expect(ended.code).toBe(code);
  });

  it('asks for --yes before more than ten million runs, exit 2, and has made nothing', async () => {
    const { code, stderr } = await batch(
      '--replicates',
      '1000000',
      '--vary',
      'pact.cohesion=0,0.1,0.2',
      '--out',
      at('huge'),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/12,000,000 runs are more than 10,000,000 runs.*--yes/);
    expect(existsSync(at('huge'))).toBe(false);
  });

  it('leaves a folder that another process works, exit 7', async () => {
    await maabar(['plan', file, '--out', at('locked')]);
    const holder = { pid: process.pid, host: hostname(), started: '2026-01-01T00:00:00Z' };
    writeFileSync(join(at('locked'), 'lock.json'), JSON.stringify(holder));
    const { code, stderr } = await batch('--out', at('locked'));
    expect(code).toBe(7);
    expect(stderr).toContain(`is being worked by process ${process.pid}`);
    expect(existsSync(join(at('locked'), 'chunks'))).toBe(false);
  });
});

describe('plan, run-chunk, missing and merge', () => {
  it('work a study chunk by chunk from its folder alone, to the bytes of a batch', async () => {
    const short = ['--replicates', '1'];
    const planned = await maabar(['plan', file, ...short, '--out', at('planned')]);
    expect(planned.code, planned.stderr).toBe(0);
    expect(planned.stdout).toContain(`Points: ${at('planned')}/design.csv`);
    expect(readdirSync(at('planned')).sort()).toEqual([
      'design.csv',
      'plan.json',
      'scenarios',
      'study.yaml',
      'worlds',
    ]);
    expect((await maabar(['missing', at('planned')])).stdout).toBe('0\n1\n');
    const chunks = await Promise.all(['1', '0'].map((chunk) => maabar(['run-chunk', at('planned'), chunk])));
    expect(chunks.map(({ code }) => code)).toEqual([0, 0]);
    expect((await maabar(['run-chunk', at('planned'), '2'])).stderr).toContain('there is no chunk 2');
    expect((await maabar(['missing', at('planned')])).stdout).toBe('');
    expect((await maabar(['merge', at('planned'), '--out', at('merged')])).code).toBe(0);
    await batch(...short, '--out', at('whole'));
    expect(studySums(at('merged'))).toEqual(studySums(at('whole')));
  });

  it('refuse shards with a gap, exit 7, name the chunks, and write nothing', async () => {
    const { code, stderr } = await batch('--shard', '1/2', '--out', at('half'));
    expect([code, stderr.includes('This shard is done: 6 of 6 runs')]).toEqual([0, true]);
    const merged = await maabar(['merge', at('half'), '--out', at('gap')]);
    expect(merged.code).toBe(7);
    expect(merged.stderr).toContain('lack 3 of 6 chunks: 1, 3, 5.');
    expect(existsSync(at('gap'))).toBe(false);
  });
});
