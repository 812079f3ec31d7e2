import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InvalidInput } from '../../src/engine/problem.ts';
import { type LoadedStudy, loadStudy } from '../../src/scenario/load-study.ts';
import { studyText } from '../../src/scenario/write-study.ts';

const folder = mkdtempSync(join(tmpdir(), 'precision-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'study.yaml');

function load(keys: string, over = {}): Promise<LoadedStudy> {
  writeFileSync(file, `scenarios: [two-gates, two-gates-pact-broken]\nmonths: 6\n${keys}`);
  return loadStudy({ file }, { over });
}

/** Problems of a study as `line:column message`. */
async function problemsOf(keys: string, over = {}): Promise<readonly string[]> {
  try {
    await load(keys, over);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

describe('a study with "replicates: auto"', () => {
  it('plays from 8 to 2,000 replicates for all its outcomes, or for the total income', async () => {
    const outcomes = ['imports_usd', 'income_total_usd'];
    const { precision, replicates } = await load(
      'replicates: auto\nprecision: 0.05\noutcomes: [imports_usd, income_total_usd]\n',
    );
    expect(replicates).toBe(2000);
    expect(precision).toEqual({ target: 0.05, of: outcomes, least: 8, most: 2000 });
    expect((await load('replicates: auto\nprecision: 0.1\n')).precision?.of).toEqual(['income_total_usd']);
  });

  it('takes one outcome or a list, and its own bounds', async () => {
    const keys = 'replicates: auto\nprecision: 0.05\nleast: 4\nmost: 64\n';
    const { precision } = await load(`${keys}of: imports_usd\n`);
    expect(precision).toEqual({ target: 0.05, of: ['imports_usd'], least: 4, most: 64 });
    expect((await load(`${keys}of: [imports_usd]\n`)).precision).toEqual(precision);
  });

  it('is frozen with every key that it was given or left out', async () => {
    const study = await load('replicates: auto\nprecision: 0.05\n');
    const frozen = parse(studyText(study, ['two-gates', 'two-gates-pact-broken']));
    expect(frozen).toMatchObject({
      replicates: 'auto',
      precision: 0.05,
      of: ['income_total_usd'],
      least: 8,
      most: 2000,
    });
  });

  it('gives way to a number of replicates on the command line, or comes from there', async () => {
    const given = await load('replicates: auto\nprecision: 0.05\n', { replicates: 3 });
    expect([given.replicates, given.precision]).toEqual([3, undefined]);
    const asked = await load('replicates: 3\n', { replicates: 'auto', precision: 0.2 });
    expect(asked.precision).toMatchObject({ target: 0.2 });
  });

  it.each([
    ['without a precision', 'replicates: auto\n', /^3:13 "replicates: auto" needs "precision"/],
    ['of no number', 'replicates: many\n', /^3:13 "many" is no number of replicates/],
    ['with a precision of nothing', 'replicates: auto\nprecision: 0\n', /^4:12 .*precision.*0/],
    [
      'with bounds that cross',
      'replicates: auto\nprecision: 0.1\nleast: 9\nmost: 4\n',
      /^6:7 "most: 4" replicates are fewer than "least: 9"/,
    ],
    [
      'of an outcome that is none',
      'replicates: auto\nprecision: 0.1\nof: [imports_us]\n',
      /^5:5 "imports_us" is no outcome\. .*imports_usd/,
    ],
    [
      'of an outcome that is not kept',
      'replicates: auto\nprecision: 0.1\nof: imports_usd\noutcomes: [clashes_n]\n',
      /^5:5 "of" asks for "imports_usd", which "outcomes" does not keep/,
    ],
  ])('%s is refused where it stands', async (_, keys, sentence) => {
    const problems = await problemsOf(keys);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });
});

describe('a precision beside a number of replicates', () => {
  it('is refused key by key, since one of the two must be meant', async () => {
    expect(await problemsOf('replicates: 4\nprecision: 0.1\nmost: 9\n')).toEqual([
      expect.stringMatching(/^4:1 "precision" is for "replicates: auto"/),
      expect.stringMatching(/^5:1 "most" is for "replicates: auto"/),
    ]);
    expect(await problemsOf('', { precision: 0.1 })).toHaveLength(1);
  });
});
