import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assembleStudy } from '../../src/export/assemble-study.ts';
import { freezeStudy } from '../../src/export/package.ts';
import { reopenStudy } from '../../src/export/reopen-study.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadStudy, type StudyOptions } from '../../src/scenario/load-study.ts';
import { shippedDir } from '../../src/scenario/shipped-dir.ts';
import { experimentAt, openBench } from '../../src/study/chunk-work.ts';
import { hashExperiment, planText } from '../../src/study/plan.ts';
import { replayFlags } from '../../src/study/replay-words.ts';
import { countRuns, placeOfRun } from '../../src/study/run-order.ts';
import { openFolder } from '../../src/study/session.ts';

const shelf = mkdtempSync(join(tmpdir(), 'freeze-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const tool = { version: '1.0.0', shippedDir };

function write(path: string, text: string): string {
  const file = join(shelf, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Freezes a study, hides what it was made from, and opens its folder again. */
async function frozenAndReopened(name: string, text: string, options: Partial<StudyOptions> = {}) {
  const file = write(`home/${name}.yaml`, text);
  const made = assembleStudy(await loadStudy({ file }, options), tool, join(shelf, 'folders', name));
  openFolder(made.folder, made.plan);
  freezeStudy(made);
  rmSync(join(shelf, 'home'), { recursive: true });
  const reopened = await reopenStudy(made.folder, tool);
  return { made, reopened };
}

describe('a frozen study makes the same plan from its folder alone', () => {
  it('with scenarios that build on and compare with files elsewhere, two of one name', async () => {
    write('home/parts/base.yaml', 'title: Base\nextends: two-gates\nset: { pact.cohesion: 0.4 }\n');
    write('home/other/base.yaml', 'title: Other\nextends: ../parts/base.yaml\nset: { pact.division: 2 }\n');
    write(
      'home/top.yaml',
      '# A remark that stays.\ntitle: Top\nextends: other/base.yaml\ncompare_with: parts/base.yaml\nmonths: 4\n',
    );
    const { made, reopened } = await frozenAndReopened('chain', 'scenarios: [top.yaml]\n');
    expect(planText(reopened.plan)).toBe(planText(made.plan));
    expect(made.frozen.map(({ path }) => path).filter((path) => path.startsWith('scenarios/'))).toEqual([
      'scenarios/top.yaml',
      'scenarios/base.yaml',
      'scenarios/base--2.yaml',
      'scenarios/two-gates.yaml',
    ]);
    expect(made.frozen.find(({ path }) => path === 'scenarios/top.yaml')?.text).toContain(
      'A remark that stays.',
    );
  });

  it('with a world of its own', async () => {
    cpSync(join(shippedDir, 'worlds', 'two-gates'), join(shelf, 'worlds', 'my-gates'), { recursive: true });
    write('home/mine.yaml', 'title: Mine\nworld: my-gates\nmonths: 3\n');
    const { made, reopened } = await frozenAndReopened('world', 'scenarios: [mine.yaml]\n');
    rmSync(join(shelf, 'worlds'), { recursive: true });
    expect(planText((await reopenStudy(made.folder, tool)).plan)).toBe(planText(reopened.plan));
    expect(existsSync(join(made.folder, 'worlds', 'my-gates'))).toBe(true);
  });

  it('with parameters set on the command line, as scenarios of another name', async () => {
    const { made, reopened } = await frozenAndReopened(
      'set',
      'scenarios: [two-gates, two-gates-pact-broken]\nmonths: 30\nvary: { pact.division: { values: [1], in: [two-gates] } }\n',
      { set: { 'trade.imports': 'baseline * 1.5', 'pact.cohesion': 'current / 2' } },
    );
    expect(planText(reopened.plan)).toBe(planText(made.plan));
    expect(made.plan.scenarios[0].scenarioId).toMatch(/^two-gates-set-[0-9a-f]{6}$/);
    expect(reopened.experiments.map(hashExperiment)).toEqual(made.experiments.map(hashExperiment));
  });

  it('with every kind of spread, and a table of points', async () => {
    const spreads = `vary:
  pact.cohesion: { distribution: { triangular: [0.1, 0.4, 0.8] }, from: 2014-02 }
  pact.noise: { distribution: { normal: { mean: 0.3, deviation: 0.1 } } }
  trade.imports: { distribution: { loguniform: [0.5, 2] }, as: scale }
  pact.gate_conduct: { range: [0.3, 0.9] }
  need.enabled: { values: [0, 1] }
`;
    const head = 'scenarios: [two-gates]\nmonths: 3\nfirst_replicate: 5\nreplicates: 2\n';
    const sampled = await frozenAndReopened(
      'spreads',
      `${head}${spreads}design: latin-hypercube\npoints: 3\n`,
    );
    expect(planText(sampled.reopened.plan)).toBe(planText(sampled.made.plan));
    write('home/points.csv', 'pact.cohesion,trade.imports\n0.2,1\n0.3,1.1\n');
    const listed = await frozenAndReopened(
      'table',
      `${head}design: table\nfile: points.csv\nvary: { trade.imports: { as: scale } }\n`,
    );
    expect(planText(listed.reopened.plan)).toBe(planText(listed.made.plan));
    expect(listed.reopened.listed).toEqual(listed.made.listed);
  });
});

describe('the command that plays a run again', () => {
  it('gives its scenario the very numbers of its point, in every month', async () => {
    const text = `scenarios: [two-gates, two-gates-pact-broken]
months: 30
replicates: 1
vary:
  pact.noise: { range: [0.1, 0.4] }
  pact.gate_conduct: { range: [0.3, 0.9], from: 2014-07 }
  trade.imports: { range: [0.7, 1.3], as: scale, in: [two-gates-pact-broken] }
  trade.no_trade_share: { range: [0.9, 1.1], as: scale, from: 2015-02 }
design: sobol
points: 4
`;
    const { made } = await frozenAndReopened('replayed', text);
    const bench = openBench(made);
    for (let index = 0; index < countRuns(made.plan); index++) {
      const place = placeOfRun(made.plan, index);
      const flags = replayFlags(made.plan, place, bench.matrix.at(place.point));
      const settings = flags
        .filter((_, at) => flags[at - 1] === '--set')
        .map((flag) => flag.slice(1, -1).split('='));
      const overrideSet = Object.fromEntries(settings.map(([name, ...formula]) => [name, formula.join('=')]));
      const { scenarioId } = made.plan.scenarios[place.scenario];
      const played = await loadScenario(scenarioId, { overrideMonths: 30, overrideSet });
      expect(played.experiment.timeline.values).toEqual(experimentAt(bench, place).timeline.values);
    }
  });
});
