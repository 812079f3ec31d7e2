import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/engine/problem.ts';
import { type LoadedStudy, loadStudy } from '../../src/scenario/load-study.ts';

const folder = mkdtempSync(join(tmpdir(), 'studies-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const load = (text: string, over = {}): Promise<LoadedStudy> =>
  loadStudy({ file: write('study.yaml', text) }, { over });

/** Problems of a study as `line:column message`. */
async function problemsOf(text: string, over = {}): Promise<readonly string[]> {
  try {
    await load(text, over);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

const two = 'scenarios: [two-gates, two-gates-pact-broken]\nmonths: 24\n';

describe('a study file', () => {
  it('says scenarios, what is varied, design, and what is kept', async () => {
    const study = await load(`title: Shares and imports
question: What if?
${two}vary:
  pact.cohesion: { values: [0.2, 0.8], from: 2015-01, in: [two-gates-pact-broken] }
  trade.imports: { distribution: { triangular: [0.8, 1, 1.5] }, as: scale }
design: latin-hypercube
points: 64
replicates: 5
seed: 9
outcomes: [income_total_usd]
window: 2015-01..2015-06
tables: [events, by_month]
run_seconds: 2
`);
    expect(study).toMatchObject({
      name: 'study',
      title: 'Shares and imports',
      replicates: 5,
      seed: 9,
      outcomes: ['income_total_usd'],
      window: { first: 13, last: 18 },
      tables: ['by_month', 'events'],
      runSeconds: 2,
      comparisons: [{ baseline: 0, scenario: 1 }],
    });
    expect(study.design).toMatchObject({
      kind: 'latin-hypercube',
      points: 64,
      parameters: [
        {
          name: 'pact.cohesion',
          as: 'value',
          from: 13,
          scenarios: [1],
          spread: { kind: 'values', values: [0.2, 0.8] },
        },
        {
          name: 'trade.imports',
          as: 'scale',
          from: 1,
          scenarios: null,
          spread: { kind: 'triangular', lo: 0.8, mode: 1, hi: 1.5 },
        },
      ],
    });
  });

  it('is taken for factorial where values are all that is varied, and for one point where nothing is', async () => {
    expect((await load(`${two}vary: { pact.cohesion: { values: [0.2, 0.8] } }\n`)).design?.kind).toBe(
      'factorial',
    );
    expect((await load(two)).design).toBeUndefined();
  });

  it('keeps a normal distribution within what its parameter allows', async () => {
    const { design } = await load(
      `${two}vary: { pact.cohesion: { distribution: { normal: { mean: 0.5, deviation: 0.2 } } } }\ndesign: sobol\npoints: 8\n`,
    );
    expect(design?.parameters[0].spread).toEqual({
      kind: 'normal',
      mean: 0.5,
      deviation: 0.2,
      lo: 0,
      hi: 1,
    });
  });

  it('takes the command line over its own words, and varied parameters beside its own', async () => {
    const study = await load(`${two}seed: 3\nvary: { pact.cohesion: { values: [0.2, 0.8] } }\n`, {
      seed: 4,
      vary: { 'pact.division': { values: [1] } },
    });
    expect(study.seed).toBe(4);
    expect(study.design?.parameters.map(({ name }) => name)).toEqual(['pact.cohesion', 'pact.division']);
  });

  it('has a name that any file system takes, whatever its file is called', async () => {
    const file = write('=Odd, "name" ../x.yaml'.replaceAll('/', '_'), two);
    expect((await loadStudy({ file })).name).toBe('odd-name-x');
    expect((await loadStudy({ file }, { over: { name: '../../etc' } })).name).toBe('etc');
  });

  it('finds scenarios beside itself by path', async () => {
    write('mine.yaml', 'title: Mine\nextends: two-gates\nset: { pact.cohesion: 0.3 }\n');
    const { scenarios } = await load('scenarios: [mine.yaml, two-gates]\nbaseline: two-gates\nmonths: 6\n');
    expect(scenarios.map(({ experiment }) => experiment.scenarioId)).toEqual(['mine', 'two-gates']);
  });

  it('compares all with its baseline, else each with its own, else with the first', async () => {
    const pairs = async (text: string) => (await load(`${text}\nmonths: 6\n`)).comparisons;
    write('mine.yaml', 'title: Mine\nextends: two-gates\ncompare_with: two-gates-pact-broken\n');
    expect(await pairs('scenarios: [two-gates, two-gates-pact-broken, mine.yaml]')).toEqual([
      { baseline: 0, scenario: 1 },
      { baseline: 1, scenario: 2 },
    ]);
    expect(await pairs('scenarios: [two-gates, two-gates-pact-broken, mine.yaml]\nbaseline: mine')).toEqual([
      { baseline: 2, scenario: 0 },
      { baseline: 2, scenario: 1 },
    ]);
    write('other.yaml', 'title: Other\nextends: two-gates\n');
    expect(await pairs('scenarios: [other.yaml, two-gates-pact-broken]')).toEqual([
      { baseline: 0, scenario: 1 },
    ]);
  });
});

describe('a table of points', () => {
  it('gives each parameter its column and each point its row', async () => {
    write('points.csv', '\uFEFFpact.cohesion,"trade.imports"\r\n0.2, 1\r\n0.8,1.5\r\n');
    const { design } = await load(
      `${two}design: table\nfile: points.csv\nvary: { trade.imports: { as: scale } }\n`,
    );
    expect(design?.table?.rows).toBe(2);
    expect([...design!.table!.cells]).toEqual([0.2, 1, 0.8, 1.5]);
    expect(design?.parameters.map(({ name, as }) => `${name} ${as}`)).toEqual([
      'pact.cohesion value',
      'trade.imports scale',
    ]);
  });

  it.each([
    ['a cell that is no number', 'pact.cohesion\n0.2\n"a,b"\n', 'This line has 2 cells under 1 names'],
    ['a formula', 'pact.cohesion\n=1+1\n', '"=1+1" under "pact.cohesion" is no number'],
    ['no row', 'pact.cohesion\n', 'no row under its names'],
    ['a column twice', 'pact.cohesion,pact.cohesion\n1,1\n', 'The column "pact.cohesion" stands twice'],
    ['a name that nothing has', 'pact.cohesoin\n0.2\n', 'Did you mean "pact.cohesion"?'],
    ['a number out of bounds', 'pact.cohesion\n0.2\n1.2\n', '"pact.cohesion" would be 1.2: above 1'],
  ])('with %s is refused', async (_, text, sentence) => {
    write('points.csv', text);
    expect((await problemsOf(`${two}design: table\nfile: points.csv\n`)).join('\n')).toContain(sentence);
  });
});

describe('a study with slips', () => {
  it('reports all of them at once, each at its line and column', async () => {
    const found = await problemsOf(`title: Slips
scenario: [two-gates]
scenarios: [two-gates, two-gates-pact-brokn]
replicates: 0
outcomes: [income_totl_usd]
tables: [by_moon]
`);
    expect(found).toEqual([
      expect.stringMatching(/^2:1 "scenario" is no key that may stand here. Did you mean "scenarios"\?/),
      expect.stringMatching(/^3:24 .*Did you mean "two-gates-pact-broken"\?/),
      expect.stringMatching(/^4:13 "replicates" must be at least 1, not 0/),
      expect.stringMatching(/^5:12 "income_totl_usd" is no outcome. Did you mean "income_total_usd"\?/),
      expect.stringMatching(/^6:10 .*"by_moon"/),
    ]);
  });

  it.each([
    ['no scenario', 'scenarios: []\n', '"scenarios" must be a list of at least 1'],
    ['no list of scenarios', 'title: T\n', '"scenarios" is missing here'],
    [
      'an unknown parameter',
      `${two}vary: { pact.cohesin: { values: [1] } }\n`,
      'Did you mean "pact.cohesion"?',
    ],
    [
      'an empty range',
      `${two}vary: { pact.cohesion: { range: [0.5, 0.5] } }\n`,
      'has an empty range, from 0.5 to 0.5',
    ],
    [
      'an empty list',
      `${two}vary: { pact.cohesion: { values: [] } }\n`,
      '"values" must be a list of at least 1',
    ],
    [
      'a range that runs back',
      `${two}vary: { pact.cohesion: { range: [1, 0] } }\n`,
      'Give the lower number first',
    ],
    [
      'two spreads',
      `${two}vary: { pact.cohesion: { values: [1], range: [0, 1] } }\n`,
      'needs exactly one of',
    ],
    ['a number out of bounds', `${two}vary: { pact.cohesion: { values: [2] } }\n`, 'would be 2: above 1'],
    [
      'a scale that leads out of bounds',
      `${two}vary: { pact.cohesion: { values: [1, 3], as: scale } }\n`,
      'would be 2.4000000000000004, 0.8 times 3, in two-gates: above 1',
    ],
    [
      'a range without points',
      `${two}vary: { pact.cohesion: { range: [0, 1] } }\n`,
      'a factorial design wants "values"',
    ],
    [
      'a sobol design without points',
      `${two}vary: { pact.cohesion: { range: [0, 1] } }\ndesign: sobol\n`,
      'needs "points"',
    ],
    [
      'points that nothing draws',
      `${two}vary: { pact.cohesion: { values: [1] } }\npoints: 3\n`,
      'is for latin-hypercube and sobol',
    ],
    ['nothing to vary', `${two}design: sobol\npoints: 3\n`, 'has nothing to vary'],
    ['a table without a file', `${two}design: table\n`, '"design: table" needs "file"'],
    ['a file that is not there', `${two}design: table\nfile: nowhere.csv\n`, 'cannot be opened'],
    [
      'a switch with a range',
      `${two}vary: { need.enabled: { range: [0, 1] } }\ndesign: sobol\npoints: 2\n`,
      'takes whole numbers alone',
    ],
    ['a star', `${two}vary: { crossings.*.open: { values: [0] } }\n`, 'names many parameters'],
    [
      'a month outside',
      `${two}vary: { pact.cohesion: { values: [1], from: 2016-01 } }\n`,
      'from 2014-01 to 2015-12',
    ],
    [
      'a scenario it has not',
      `${two}vary: { pact.cohesion: { values: [1], in: [two-gate] } }\n`,
      'Did you mean "two-gates"?',
    ],
    ['a window outside', `${two}window: 2015-06..2016-06\n`, 'from 2014-01 to 2015-12'],
    ['a baseline it has not', `${two}baseline: history\n`, 'is not among the scenarios of this study'],
    ['a scenario twice', 'scenarios: [two-gates, two-gates]\nmonths: 6\n', '"two-gates" stands twice'],
    ['two worlds', 'scenarios: [two-gates, baseline]\nmonths: 6\n', 'A study keeps to one world'],
    ['months that differ', 'scenarios: [two-gates, short.yaml]\n', 'Give the study "start" and "months"'],
    [
      'a name no table takes',
      'scenarios: ["=cmd, \\"x\\".yaml"]\nmonths: 6\n',
      'would stand in every table: rename it',
    ],
  ])('with %s is refused', async (_, text, sentence) => {
    write('short.yaml', 'title: Short\nextends: two-gates\nmonths: 6\n');
    write('=cmd, "x".yaml', 'title: Odd\nextends: two-gates\n');
    expect((await problemsOf(text)).join('\n')).toContain(sentence);
  });

  it('that is a calibration says which verb works it', async () => {
    await expect(loadStudy({ file: 'studies/iraq.yaml' })).rejects.toThrow(
      'maabar calibrate studies/iraq.yaml',
    );
  });

  it('gives a fault of the command line no place in a file', async () => {
    expect(await problemsOf(two, { seed: -1 })).toEqual([
      expect.stringMatching(/^undefined:undefined "seed"/),
    ]);
  });
});
