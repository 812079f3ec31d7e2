import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type LoadedStudy, loadStudy } from '../../src/scenario/load-study.ts';
import { listStudies } from '../../src/scenario/study-card.ts';
import { studyKeys } from '../../src/scenario/study-json-schema.ts';
import { edgesOf } from '../../src/scenario/variation.ts';
import { matrixOf } from '../../src/study/design/planned-design.ts';
import { setPoint } from '../../src/study/design/set-point.ts';
import { planStudy } from '../../src/study/plan-study.ts';
import { countRuns } from '../../src/study/run-order.ts';

const calibrations = ['iraq.yaml', 'iraq.posterior.yaml'];
const files = readdirSync('studies').filter((name) => !calibrations.includes(name));
const runs: Readonly<Record<string, number>> = {
  'classroom-quick.yaml': 720,
  'iraq-uncertainty.yaml': 512,
  'sanctions-by-enforcement.yaml': 96,
  'what-drives-the-shift.yaml': 1024,
};

it('the shipped studies are those that a number of runs is known of', () => {
  expect(files).toEqual(Object.keys(runs));
});

it('the list of studies gives them alone, with their runs', () => {
  const listed = listStudies(['no-such-folder', 'studies']);
  expect(Object.fromEntries(listed.map(({ id, runs: count }) => [`${id}.yaml`, count]))).toEqual(runs);
});

describe.each(files)('studies/%s', (name) => {
  const file = join('studies', name);
  const load = (): Promise<LoadedStudy> => loadStudy({ file });

  it('names its schema first, and gives its keys in the common order', () => {
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schemas/study.schema.json');
    const keys = Object.keys(parse(text));
    expect(keys).toEqual(studyKeys.filter((key) => keys.includes(key)));
    for (const needed of ['title', 'question', 'scenarios', 'seed', 'outcomes', 'window'])
      expect(keys).toContain(needed);
  });

  it('plans as many runs as it is meant to', async () => {
    const { plan } = planStudy(await load(), '1.0.0');
    expect(countRuns(plan)).toBe(runs[name]);
  });

  it('has no point that does not fit together', async () => {
    const { plan, experiments, listed } = planStudy(await load(), '1.0.0');
    const { points, at } = matrixOf(plan.design, plan.studySeed, listed);
    for (let point = 0; point < points; point++)
      for (const [scenario, experiment] of experiments.entries())
        expect(() => setPoint(experiment, scenario, plan.design.parameters, at(point))).not.toThrow();
  });

  it('keeps to the range that the world gives each number', async () => {
    const { design, scenarios } = await load();
    for (const { name: parameter, as, spread } of design?.parameters ?? []) {
      const { low, high, range } = scenarios[0].world.values.get(parameter)!;
      if (as === 'scale' || range === 'factors') continue;
      for (const edge of edgesOf(spread)) {
        expect(edge, parameter).toBeGreaterThanOrEqual(low);
        expect(edge, parameter).toBeLessThanOrEqual(high);
      }
    }
  });
});
