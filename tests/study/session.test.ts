import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptPath } from '../../src/study/chunks.ts';
import type { Play } from '../../src/study/outcome.ts';
import { folderName } from '../../src/study/plan.ts';
import { runHere } from '../../src/study/pool.ts';
import { chunkAt, chunksOf, countChunks, countRuns, placeOfRun } from '../../src/study/run-order.ts';
import {
  clearLeftovers,
  ForeignFolder,
  missingChunks,
  openFolder,
  readRuns,
} from '../../src/study/session.ts';
import { madeUpExperiment, madeUpPlan, playMadeUp } from './made-up-runs.ts';

const experiments = [madeUpExperiment('baseline'), madeUpExperiment('cut')];
const plan = madeUpPlan({ experiments });
const silent = (): void => {};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function workAll(play: Play = playMadeUp, say: (sentence: string) => void = silent): Promise<number> {
  openFolder(folder, plan);
  const missing = missingChunks(folder, plan, say);
  const order = { folder, plan, experiments, listed: null };
  await runHere(play)(order, missing, silent, new AbortController().signal);
  return missing.length;
}

describe('a plan', () => {
  it('has the same name for the same work and another for anything that decides the results', () => {
    expect(folderName(madeUpPlan({ experiments }))).toBe(folderName(plan));
    const others = [
      madeUpPlan({ experiments, studySeed: 4 }),
      madeUpPlan({ experiments, replicates: { from: 1, to: 5 } }),
      madeUpPlan({ experiments, modelVersion: 2 }),
      madeUpPlan({ experiments, modelSha256: 'another' }),
      madeUpPlan({ experiments, tables: [] }),
      madeUpPlan({ experiments: [experiments[0], madeUpExperiment('cut', 3)] }),
    ];
    expect(new Set([plan, ...others].map(folderName)).size).toBe(7);
  });

  it('cuts the work so that every run is in one chunk, and runs that are compared in the same', () => {
    const design = { kind: 'factorial' as const, points: 7, parameters: [] };
    const many = madeUpPlan({ experiments, replicates: { from: 3, to: 15 }, design });
    const chunks = [...chunksOf(many)];
    expect(chunks.length).toBe(countChunks(many));
    const runs = chunks.flatMap(({ first, runs: count }) =>
      Array.from({ length: count }, (_, at) => first + at),
    );
    expect(runs).toEqual(Array.from({ length: 7 * 13 * 2 }, (_, index) => index));
    expect(chunks.every(({ first, runs: count }) => first % 2 === 0 && count % 2 === 0)).toBe(true);
  });

  it('gives each run its point, replicate and scenario, the scenario fastest', () => {
    const design = { kind: 'factorial' as const, points: 2, parameters: [] };
    const small = madeUpPlan({ experiments, replicates: { from: 5, to: 6 }, design });
    const places = Array.from({ length: countRuns(small) }, (_, index) => placeOfRun(small, index));
    expect(places.map(({ point, replicate, scenario }) => [point, replicate, scenario])).toEqual([
      [0, 5, 0],
      [0, 5, 1],
      [0, 6, 0],
      [0, 6, 1],
      [1, 5, 0],
      [1, 5, 1],
      [1, 6, 0],
      [1, 6, 1],
    ]);
  });

  it('of ten million runs is cut without a list of its chunks', () => {
    const design = { kind: 'factorial' as const, points: 5_000_000, parameters: [] };
    const huge = madeUpPlan({ experiments, replicates: { from: 1, to: 1 }, design });
    const last = chunkAt(huge, countChunks(huge) - 1);
    expect(last.first + last.runs).toBe(10_000_000);
  });
});

describe('a folder', () => {
  it('that holds something else is refused and left as it is', () => {
    writeFileSync(join(folder, 'thesis.doc'), 'years of work');
    expect(() => openFolder(folder, plan)).toThrow(ForeignFolder);
    expect(readdirSync(folder)).toEqual(['thesis.doc']);
  });

  it('that holds another plan, or an edited one, is refused', () => {
    openFolder(folder, plan);
    expect(() => openFolder(folder, madeUpPlan({ experiments, studySeed: 4 }))).toThrow(/studySeed/);
    writeFileSync(join(folder, 'plan.json'), '{}');
    expect(() => openFolder(folder, plan)).toThrow(ForeignFolder);
  });
});

describe('work that broke off', () => {
  it('goes on with what has no receipt, says so, and ends with the same bytes', async () => {
    await workAll();
    const before = readAll();
    rmSync(receiptPath(folder, 1));
    rmSync(receiptPath(folder, 2));
    const half = join(folder, 'chunks', '000003.bin.99.tmp');
    writeFileSync(half, 'half a');
    const said: string[] = [];
    expect(await workAll(playMadeUp, (sentence) => said.push(sentence))).toBe(2);
    expect(said.join()).toContain('Chunk 1 is not whole (its rows have no receipt)');
    // Another process may be writing it still; what is left when all is done is nobody's.
    expect(existsSync(half)).toBe(true);
    clearLeftovers(folder);
    expect(readAll()).toEqual(before);
  });

  it('does nothing over when all is there', async () => {
    await workAll();
    expect(await workAll()).toBe(0);
  });

  it('stops between chunks when asked, and keeps what is done', async () => {
    openFolder(folder, plan);
    const controller = new AbortController();
    const order = { folder, plan, experiments, listed: null };
    const missing = missingChunks(folder, plan, silent);
    let kept = 0;
    const onDone = (): void => {
      if (++kept === 3) controller.abort();
    };
    await runHere(playMadeUp)(order, missing, onDone, controller.signal);
    expect(missingChunks(folder, plan, silent).length).toBe(missing.length - 3);
  });
});

describe('reading the runs', () => {
  it('follows the plan, replicate by replicate, scenario by scenario', async () => {
    await workAll();
    const read = [...readRuns(folder, plan)].map(({ place }) => `${place.replicate} ${place.scenario}`);
    expect(read).toEqual([1, 2, 3, 4].flatMap((replicate) => [`${replicate} 0`, `${replicate} 1`]));
  });

  it('takes no gap', async () => {
    await workAll();
    rmSync(receiptPath(folder, 3));
    expect(() => [...readRuns(folder, plan)]).toThrow('chunk 3');
  });

  it('gives a run that failed as a row among the others', async () => {
    await workAll((experiment, seed, replicate) => {
      if (experiment.scenarioId === 'cut' && replicate === 2) throw new Error('the map has a hole');
      return playMadeUp(experiment, seed, replicate);
    });
    const failed = [...readRuns(folder, plan)].filter((run) => run.status === 'failed');
    expect(failed).toMatchObject([{ place: { scenario: 1, replicate: 2 }, code: 'E_MODEL', stage: 'model' }]);
  });
});

function readAll(): readonly string[] {
  const names = readdirSync(join(folder, 'chunks')).sort();
  return names.map((name) => `${name} ${readFileSync(join(folder, 'chunks', name), 'hex')}`);
}
