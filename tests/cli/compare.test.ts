import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const folder = join(shelf, 'played');
const pair = ['two-gates', 'two-gates-pact-broken'];
const short = ['--months', '30', '--replicates', '3'];
let played: Ended;
beforeAll(async () => {
  played = await maabar(['compare', ...pair, ...short, '--out', folder]);
});

describe('compare', () => {
  it('plays scenarios into a study folder and gives differences, intervals, verdicts and the worth of pairing', () => {
    expect(played.code, played.stderr).toBe(0);
    expect(played.stderr).toContain('2 scenarios x 3 replicates = 6 runs');
    expect(played.stdout).toMatch(/gate_price_share +-\d+\.\d% +\(.*\) +lower/);
    expect(played.stdout).toMatch(/income_patron_usd +\$0 .*equal/);
    expect(played.stdout).toContain('Pairing on the same draws made the variance');
    for (const line of played.stdout.split('\n').filter((text) => !text.includes(folder)))
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says of a folder what its compare.csv says, and plays nothing', async () => {
    const { code, stdout, stderr } = await maabar(['compare', folder, '--outcome', 'imports_usd', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const [line, ...more] = stdout.trimEnd().split('\n');
    expect(more).toEqual([]);
    const told = JSON.parse(line);
    const [head, ...rows] = readFileSync(join(folder, 'summary', 'compare.csv'), 'utf8').split('\n');
    const row = rows.find((each) => each.includes(`,imports_usd,`) && each.includes(told.months_window))!;
    const cells = head.split(',').map((name) => told[name] ?? '');
    expect(cells.join(',')).toBe(row);
  });

  it('has a row for each point of a design, and one over all', async () => {
    const design = [
      '--vary',
      'pact.division=1,3',
      '--replicates',
      '2',
      '--months',
      '26',
      '--out',
      join(shelf, 'design'),
    ];
    expect((await maabar(['batch', ...pair, ...design])).code).toBe(0);
    const { stdout } = await maabar(['compare', join(shelf, 'design'), '--outcome', 'gate_price_share']);
    expect(stdout).toMatch(/over 2\s+points/);
    expect(stdout).toContain('gate_price_share by point: lower at 2');
    const lines = (
      await maabar(['compare', join(shelf, 'design'), '--outcome', 'gate_price_share', '--json'])
    ).stdout;
    const points = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).point_id);
    expect(points).toEqual([null, 'p-0', 'p-1']);
  });

  it('says where twins part, and the first decision, of scenarios and of a folder alike', async () => {
    const scenarios = await maabar(['compare', ...pair, '--twin', '--months', '30']);
    expect(scenarios.code, scenarios.stderr).toBe(0);
    expect(scenarios.stdout).toContain('They part in 2016-01, at: dated changes');
    expect(scenarios.stdout).toContain(
      'parameter pact.cohesion: 0.8 in two-gates, 0 in two-gates-pact-broken',
    );
    expect(scenarios.stdout).toContain(
      'The first decision that differs is in 2016-01, at: decisions on prices',
    );
    const ofFolder = await maabar(['compare', folder, ...pair, '--twin']);
    expect(ofFolder.stdout).toBe(scenarios.stdout);
    const itself = await maabar(['compare', 'two-gates', 'two-gates', '--twin', '--months', '3']);
    expect(itself.stdout).toContain('They never part');
  });

  it.each([
    [['compare', folder, '--outcome', 'import_usd'], 2, 'imports_usd'],
    [['compare', folder, '--window', 'soon'], 2, '2018-05..2020-04'],
    [['compare', folder, '--window', '2019-01'], 2, '2014-01 to 2016-06'],
    [['compare', 'two-gates'], 2, 'compare_with'],
    [['compare', folder, 'two-gates', '--twin'], 2, 'two scenarios'],
    [['compare', folder, 'two-gates', 'two-gats', '--twin'], 2, 'two-gates'],
    [['compare', folder, ...pair, '--twin', '--point', 'p-4'], 2, 'p-0 to p-0'],
    [['compare', 'two-gates', 'baseline', '--twin'], 2, 'Twins share a world'],
    [['compare', 'docs'], 2, 'docs'],
  ])('%j is exit %i with a hint', async (args, code, hint) => {
    const ended = await maabar(args);
    expect(ended.stderr).toContain(hint);
    expect(ended.stderr).not.toContain('    at ');
    expect(ended.code).toBe(code);
  });
});
