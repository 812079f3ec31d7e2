import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openBench, workChunk } from '../../src/study/chunk-work.ts';
import { dropChunk } from '../../src/study/chunks.ts';
import { compareFolder } from '../../src/study/compare-folder.ts';
import type { Plan } from '../../src/study/plan.ts';
import { chunksOf } from '../../src/study/run-order.ts';
import { openFolder, readRuns } from '../../src/study/session.ts';
import { summarise } from '../../src/study/summarise.ts';
import { madeUpExperiment, madeUpPlan, playMadeUp } from './made-up-runs.ts';

const shelf = mkdtempSync(join(tmpdir(), 'compare-folder-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const experiments = [madeUpExperiment('baseline'), madeUpExperiment('much-longer-name')];

function worked(name: string, plan: Plan): string {
  const folder = join(shelf, name);
  openFolder(folder, plan);
  mkdirSync(join(folder, 'chunks'));
  const bench = openBench({ folder, plan, experiments, listed: null });
  for (const chunk of chunksOf(plan)) workChunk(bench, chunk, playMadeUp);
  return folder;
}

describe('the comparison of a folder', () => {
  const plan = madeUpPlan({ experiments });
  const folder = worked('whole', plan);

  it('is what the study itself would say', () => {
    const summariser = summarise(plan);
    for (const run of readRuns(folder, plan)) summariser.add(run);
    expect(compareFolder(folder, undefined).summary).toEqual(summariser.finish());
  });

  it('judges over other months where months are kept', () => {
    const { summary } = compareFolder(folder, { first: 2, last: 3 });
    const [row] = summary.comparisons[0].differences;
    expect([row.window, row.pairs]).toEqual(['2014-02..2014-03', 4]);
    expect(row.baselineMean).toBeCloseTo(3 + 25 + 2.5 + 'baseline'.length / 3, 9);
  });

  it('says which months it has where only means are kept, and which months there are', () => {
    const lean = worked('lean', madeUpPlan({ experiments, tables: [] }));
    expect(() => compareFolder(lean, { first: 2, last: 3 })).toThrow('only means over 2014-01..2014-04');
    expect(compareFolder(lean, { first: 1, last: 4 }).summary.comparisons[0].differences.length).toBe(2);
    expect(() => compareFolder(folder, { first: 2, last: 9 })).toThrow('2014-01 to 2014-04');
  });

  it('refuses a folder with a gap, an edited plan, and none at all', () => {
    const gap = worked('gap', plan);
    dropChunk(gap, 0);
    expect(() => compareFolder(gap, undefined)).toThrow(/lacks 1 of \d+ chunks/);
    const edited = worked('edited', plan);
    writeFileSync(
      join(edited, 'plan.json'),
      readFileSync(join(edited, 'plan.json'), 'utf8').replace('  ', ' '),
    );
    expect(() => compareFolder(edited, undefined)).toThrow('its text was edited');
    expect(() => compareFolder(shelf, undefined)).toThrow('has no plan.json');
  });
});
