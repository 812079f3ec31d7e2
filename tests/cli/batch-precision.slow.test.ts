import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { studySums } from '../fixtures/study-sums.ts';
import { maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'auto-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const at = (name: string): string => join(shelf, name);
const file = at('pact.yaml');
writeFileSync(at('mine.yaml'), 'title: Mine\nextends: two-gates\nset: { pact.cohesion: 0.3 }\n');
writeFileSync(
  file,
  `scenarios: [two-gates, mine.yaml]
replicates: auto
precision: 0.1
least: 2
most: 8
months: 3
outcomes: [income_total_usd, imports_usd]
of: income_total_usd
tables: []
`,
);

describe('batch with "replicates: auto"', () => {
  it('prints least and most runs, the look at hand, and what was reached', async () => {
    const { code, stdout, stderr } = await maabar(['batch', file, '--out', at('a')]);
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/^Plan: 2 scenarios x 2 to 8 replicates = 4 to 16 runs, 3 months, at most about/);
    expect(stderr).toContain('look at 2 of at most 8 replicates, 10% wanted, 100%: 4 of 4 runs');
    expect(stderr).toMatch(
      /look at 4 .*, income_total_usd known to \d+% of the difference, 10% wanted, 100%/,
    );
    expect(stdout).toMatch(/\nPrecision: 4 replicates were enough for 10%\. .*\n/);
    expect(stdout).toMatch(/\n {2}income_total_usd {2}[\d.]+% {2}of the difference\n/);
    expect(stdout).toContain('2 scenarios, 1 point, 4 replicates; seed 1.');
    for (const line of stdout.split('\n').filter((text) => !text.startsWith('Tables: ')))
      expect(line.length).toBeLessThanOrEqual(80);
    expect(readFileSync(join(at('a'), 'README.md'), 'utf8')).toContain('4 replicates each (1 to 4)');
  });

  it('says so where the most replicates were not enough', async () => {
    const flags = ['--precision', '0.1%', '--most', '3', '--of', 'imports_usd', '--json'];
    const { code, stdout } = await maabar(['batch', file, ...flags, '--out', at('b')]);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const precision = lines.find(({ type }) => type === 'precision');
    expect(code).toBe(0);
    expect(precision).toMatchObject({ target: 0.001, replicates: 3, isEnough: false });
    expect(precision.outcomes).toMatchObject([{ outcome: 'imports_usd', isReached: false }]);
  });

  it('gives a scheduler the chunks of the look at hand, and refuses those of a later one', async () => {
    const planned = await maabar(['plan', file, '--out', at('planned')]);
    expect(planned.stdout).toContain('Looked at after 2; 4; 8 replicates at every point');
    expect((await maabar(['missing', at('planned')])).stdout).toBe('0\n1\n');
    const early = await maabar(['run-chunk', at('planned'), '2']);
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('is not due')]);
    expect((await maabar(['missing', at('a')])).stdout).toBe('');
  });

  it('is merged from its one folder, to the same bytes', async () => {
    expect((await maabar(['merge', at('a'), '--out', at('merged')])).code).toBe(0);
    expect(studySums(at('merged'))).toEqual(studySums(at('a')));
  });

  it('has no shards: neither batch makes them nor merge takes them', async () => {
    const sharded = await maabar(['batch', file, '--shard', '1/2', '--out', at('shard')]);
    expect([sharded.code, sharded.stderr]).toEqual([
      2,
      expect.stringContaining('shards do not see each other'),
    ]);
    const merged = await maabar(['merge', at('a'), at('a')]);
    expect([merged.code, merged.stderr]).toEqual([7, expect.stringContaining('has no shards to merge')]);
  });
});
