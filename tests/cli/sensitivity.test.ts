import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studySums } from '../fixtures/study-sums.ts';
import { type Ended, maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'sensitivity-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const folder = join(shelf, 'morris');
const asked = [
  '--vary',
  'pact.cohesion=0:0.9',
  '--vary',
  'trade.imports=8e7:8.1e7',
  '--months',
  '3',
  '--bases',
  '6',
];
let played: Ended;
beforeAll(async () => {
  played = await maabar(['sensitivity', 'two-gates', ...asked, '--out', folder]);
});

describe('sensitivity', () => {
  it('plays the rows of the method and tells ranks, intervals, chance and convergence', () => {
    expect(played.code, played.stderr).toBe(0);
    expect(played.stderr).toContain('1 scenario x 18 points x 2 replicates = 36 runs');
    expect(played.stdout).toContain(
      'gate_price_share, two-gates, mean a month, 2014-01..2014-03; morris, 6 bases',
    );
    expect(played.stdout).toMatch(/^ +1 +pact\.cohesion +\d.*\(.*\)/m);
    expect(played.stdout).toContain('Chance alone would show a mean size of');
    expect(played.stdout).toMatch(/onverged/);
    // Nobody attacks in this world.
    expect(played.stdout).toMatch(/^attacks_n, .*\n.*\n? {2}nothing moves it in these runs$/m);
    for (const line of played.stdout.split('\n').filter((text) => !text.includes(folder)))
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it('leaves a table that the data package and the codebook declare', () => {
    const [head, first] = readFileSync(join(folder, 'summary', 'sensitivity.csv'), 'utf8').split('\n');
    expect(head).toBe(
      'method_name,scenario_id,baseline_id,outcome,parameter,index_name,estimate,lo,hi,ci_level,n_base,n_runs,n_failed,converged',
    );
    expect(first).toMatch(/^morris,two-gates,,income_total_usd,pact\.cohesion,mu_star,\d/);
    const described = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    expect(described.resources.map(({ path }: { path: string }) => path)).toContain(
      'summary/sensitivity.csv',
    );
    expect(readFileSync(join(folder, 'codebook.csv'), 'utf8')).toContain('\nsensitivity,estimate,number,');
  });

  it('says the same of the folder, and batch makes the same folder from the frozen study', async () => {
    const again = await maabar(['sensitivity', folder]);
    expect([again.code, again.stderr, again.stdout]).toEqual([0, '', played.stdout]);
    const copy = join(shelf, 'again');
    expect((await maabar(['batch', join(folder, 'study.yaml'), '--out', copy])).code).toBe(0);
    expect(studySums(copy)).toEqual(studySums(folder));
  });

  it('prints the rows of the table with --json, of the outcomes asked for', async () => {
    const { stdout } = await maabar(['sensitivity', folder, '--outcome', 'imports_usd', '--json']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ parameter, index_name }) => `${parameter} ${index_name}`)).toEqual([
      'pact.cohesion mu_star',
      'pact.cohesion mu',
      'pact.cohesion sigma',
      'trade.imports mu_star',
      'trade.imports mu',
      'trade.imports sigma',
      'chance chance',
    ]);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['imports_usd']));
  });

  it.each([
    [['sensitivity', 'two-gates'], 2, 'nothing to vary'],
    [['sensitivity', 'two-gates', '--method', 'sobl'], 2, 'sobol'],
    [['sensitivity', 'two-gates', '--vary', 'pact.cohesion=0:1', '--bases', '1'], 2, '2 to'],
    [['batch', 'two-gates', '--vary', 'pact.cohesion=0:1', '--design', 'morris'], 2, '"bases"'],
    [['batch', 'two-gates', '--vary', 'pact.cohesion=0,1', '--bases', '4'], 2, '"bases" is for morris'],
    [['sensitivity', 'docs'], 7, 'no plan.json'],
  ])('%j is exit %i with a hint', async (args, code, hint) => {
    const ended = await maabar(args);
    expect(ended.stderr).toContain(hint);
    expect(ended.code).toBe(code);
  });
});
