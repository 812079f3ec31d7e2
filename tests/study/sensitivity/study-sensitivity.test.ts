import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/model/world-spec.ts';
import { openBench, workChunk } from '../../../src/study/chunk-work.ts';
import type { PlannedDesign } from '../../../src/study/design/planned-design.ts';
import { noDesign } from '../../../src/study/plan.ts';
import { chunksOf, countRuns, placeOfRun } from '../../../src/study/run-order.ts';
import { morris } from '../../../src/study/sensitivity/morris.ts';
import { morrisDesign } from '../../../src/study/sensitivity/morris-design.ts';
import { readSensitivity } from '../../../src/study/sensitivity/read-sensitivity.ts';
import { saltelliDesign } from '../../../src/study/sensitivity/saltelli-design.ts';
import { sobolIndices } from '../../../src/study/sensitivity/sobol-indices.ts';
import { openFolder } from '../../../src/study/session.ts';
import { madeUpExperiment, madeUpPlan, madeUpRecord } from '../made-up-runs.ts';
import { estimatesOf, ishigami, play, rowsOf } from './known-functions.ts';

const shelf = mkdtempSync(join(tmpdir(), 'sensitivity-'));
afterAll(() => rmSync(shelf, { recursive: true }));

const names = ishigami.axes.map(({ name }) => name);
const one: Experiment = {
  ...madeUpExperiment('one', 1),
  timeline: { firstMonth: 1, months: 1, names, values: new Float64Array(names.length) },
};
const less: Experiment = { ...one, scenarioId: 'less' };
type Value = (x: readonly number[], scenarioId: string, replicate: number) => number;

function designOf(kind: 'morris' | 'saltelli', bases: number): PlannedDesign {
  const rows = kind === 'morris' ? names.length + 1 : names.length + 2;
  const parameters = ishigami.axes.map((axis) => ({ axis, as: 'value' as const, from: 1, scenarios: null }));
  return { kind, points: bases * rows, parameters, bases };
}

/** A folder worked with a function in place of the model. */
function worked(
  design: PlannedDesign,
  value: Value,
  experiments: readonly Experiment[] = [one],
  replicates = 1,
): string {
  const folder = mkdtempSync(join(shelf, 'study-'));
  const plan = madeUpPlan({ experiments, design, studySeed: 5, replicates: { from: 1, to: replicates } });
  openFolder(join(folder, 's'), plan);
  mkdirSync(join(folder, 's', 'chunks'));
  const bench = openBench({ folder: join(folder, 's'), plan, experiments, listed: null });
  for (const chunk of chunksOf(plan))
    workChunk(bench, chunk, (experiment, seed, replicate) => {
      const x = [...experiment.timeline.values];
      return madeUpRecord(experiment, seed, replicate, () => value(x, experiment.scenarioId, replicate));
    });
  return join(folder, 's');
}

const named = { name: 'income_patron_usd' };

describe('sensitivity of a study', () => {
  it("is what Sobol's method says of the function that took the model's place", () => {
    const folder = worked(designOf('saltelli', 256), ishigami.valueAt);
    const { measured } = readSensitivity(folder);
    const design = saltelliDesign(ishigami.axes, 256, 5);
    const direct = sobolIndices(design, { ...play(design, ishigami.valueAt), ...named }, 5);
    expect(measured[0].outcomes[0].rows).toEqual(direct);
    estimatesOf(direct, 'total').forEach((total, at) => {
      expect(Math.abs(total - ishigami.total[at])).toBeLessThan(0.12);
    });
  });

  it("is what Morris's method says of it", () => {
    const { measured } = readSensitivity(worked(designOf('morris', 20), ishigami.valueAt));
    const design = morrisDesign(ishigami.axes, 20, 5);
    expect(measured[0].outcomes[0].rows).toEqual(
      morris(design, { ...play(design, ishigami.valueAt), ...named }, 5),
    );
  });

  it('of a compared scenario is that of its difference from the baseline', () => {
    const value: Value = (x, id) => (id === 'one' ? 1000 * x[1] : 1000 * x[1] + x[0]);
    const { measured } = readSensitivity(worked(designOf('saltelli', 64), value, [one, less]));
    expect(measured.map(({ scenarioId, baselineId }) => [scenarioId, baselineId])).toEqual([['less', 'one']]);
    const totals = estimatesOf(measured[0].outcomes[0].rows, 'total');
    expect(totals[0]).toBeGreaterThan(0.8);
    expect(totals[1]).toBeCloseTo(0, 6);
  });

  it('tells chance from parameters: it draws alike within a base and anew from base to base', () => {
    const design = designOf('morris', 6);
    const plan = madeUpPlan({ experiments: [one], design, replicates: { from: 1, to: 2 } });
    const places = Array.from({ length: countRuns(plan) }, (_, index) => placeOfRun(plan, index));
    const drawn = Array.from({ length: 6 }, (_, base) => [
      ...new Set(
        places.filter(({ point }) => Math.floor(point / 4) === base).map((place) => place.replicate),
      ),
    ]);
    expect(drawn).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 10],
      [11, 12],
    ]);
    const noise: Value = (x, _, replicate) => x[0] + Math.sin(replicate * 99);
    const { measured } = readSensitivity(worked(designOf('saltelli', 128), noise, [one], 2));
    const [chance] = rowsOf(measured[0].outcomes[0].rows, 'chance');
    expect(chance.parameter).toBe('chance');
    expect(chance.estimate).toBeGreaterThan(0.05);
  });

  it('counts failed runs, and leaves out their bases alone', () => {
    const failing: Value = (x, _, replicate) => {
      if (replicate === 3) throw new Error('lost');
      return x[0];
    };
    const { measured, failed, attempted } = readSensitivity(worked(designOf('morris', 10), failing));
    expect([failed, attempted]).toEqual([4, 40]);
    expect(measured[0].outcomes[0].rows[0]).toMatchObject({ nBase: 9, nFailed: 1, nRuns: 40 });
  });

  it('is refused of a folder whose design is none for it', () => {
    expect(() => readSensitivity(worked(noDesign, () => 1))).toThrow('--method morris');
  });
});
