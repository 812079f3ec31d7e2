import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const folder = join(shelf, 'study');
let runs: readonly (readonly string[])[] = [];
beforeAll(async () => {
  const asked = ['--vary', 'trade.channel_nest=0.5,0.99', '--replicates', '2', '--months', '2'];
  await maabar(['batch', 'two-gates', ...asked, '--out', folder]);
  runs = readFileSync(join(folder, 'runs.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
});

describe('explain of a run', () => {
  it('says what it was: scenario, point, parameters, draws, outcomes, and where its rows lie', async () => {
    const { code, stdout } = await maabar(['explain', runs[1][0], '--folder', folder]);
    expect(code).toBe(0);
    for (const words of [
      'two-gates',
      'p-0',
      'trade.channel_nest = 0.5',
      'study seed 1, replicate 2',
      'imports_usd $',
      'runs.csv, row 2',
    ])
      expect(stdout).toContain(words);
  });

  it('says of a failed run how it failed', async () => {
    const { stdout } = await maabar(['explain', runs[2][0], '--folder', folder, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'failed',
      code: 'E_POINT',
      pointId: 'p-1',
      outcomes: {},
    });
  });

  it('replays a run, well ended or failed, to the very bytes of its folder', async () => {
    for (const [id] of [runs[0], runs[3]]) {
      const { code, stdout } = await maabar(['explain', id, '--folder', folder, '--replay']);
      expect([code, stdout]).toEqual([0, expect.stringContaining(`${id} (two-gates) is equal`)]);
    }
  });

  it('takes a folder for its first run', async () => {
    const { stdout } = await maabar(['explain', folder, '--replay', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'replay',
      runId: runs[0][0],
      equal: true,
      foreign: null,
    });
  });

  it('says where a replay first differs and why it may, exit 7', async () => {
    const world = join(folder, 'worlds', 'two-gates', 'parameters.yaml');
    const text = readFileSync(world, 'utf8');
    writeFileSync(
      world,
      text.replace('trade.imports: { value: 1000000000', 'trade.imports: { value: 1100000000'),
    );
    const { code, stdout } = await maabar(['explain', runs[0][0], '--folder', folder, '--replay']);
    writeFileSync(world, text);
    expect(code).toBe(7);
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/is NOT equal\. The first difference: by_month, 2014-01, income_total_usd: \d/);
    expect(words).toContain('no longer make what its plan names (two-gates)');
  });

  it.each([
    [['explain', 'r-000000000000'], 'in the'],
    [['explain', 'imports_usd', '--replay'], 'r-7f3a91c204be'],
  ])('%j is exit 2 with a hint', async (args, hint) => {
    const { code, stderr } = await maabar(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});
