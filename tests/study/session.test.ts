import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptPath } from '../../src/study/chunks.ts';
import { chunksOf, createPlan, folderName, planId } from '../../src/study/plan.ts';
import { runHere } from '../../src/study/pool.ts';
import { ForeignFolder, missingChunks, openFolder, readRuns, workStudy } from '../../src/study/session.ts';
import { madeUpExperiment, playMadeUp } from './made-up-runs.ts';

const experiments = [madeUpExperiment('baseline'), madeUpExperiment('cut')];
const asked = {
  name: 'cut',
  toolVersion: '1.0.0',
  modelVersion: 1,
  studySeed: 3,
  replicates: { from: 1, to: 4 },
  experiments,
  comparisons: [{ baseline: 0, scenario: 1 }],
};
const plan = createPlan(asked);
const silent = (): void => {};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function workAll(play = playMadeUp, say: (sentence: string) => void = silent): Promise<number> {
  openFolder(folder, plan);
  const missing = missingChunks(folder, plan, say);
  const study = { folder, planId: planId(plan), studySeed: plan.studySeed, experiments };
  await workStudy(study, missing, runHere(play), silent, new AbortController().signal);
  return missing.length;
}

describe('a plan', () => {
  it('has the same name for the same work and another for anything that decides the results', () => {
    expect(folderName(createPlan(asked))).toBe(folderName(plan));
    const others = [
      createPlan({ ...asked, studySeed: 4 }),
      createPlan({ ...asked, replicates: { from: 1, to: 5 } }),
      createPlan({ ...asked, modelVersion: 2 }),
      createPlan({ ...asked, experiments: [experiments[0], madeUpExperiment('cut', 3)] }),
    ];
    expect(new Set([plan, ...others].map(folderName)).size).toBe(5);
  });

  it('cuts the work so that every run is in one chunk, in order', () => {
    const many = createPlan({ ...asked, replicates: { from: 3, to: 103 } });
    const chunks = chunksOf(many);
    const runs = chunks.flatMap(({ scenario, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, at) => `${scenario}/${from + at}`),
    );
    expect(new Set(runs).size).toBe(202);
    expect(runs.length).toBe(202);
    expect(chunks.every((chunk) => runs.indexOf(`${chunk.scenario}/${chunk.from}`) === chunk.first)).toBe(
      true,
    );
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
    expect(() => openFolder(folder, createPlan({ ...asked, studySeed: 4 }))).toThrow(ForeignFolder);
    writeFileSync(join(folder, 'plan.json'), '{}');
    expect(() => openFolder(folder, plan)).toThrow(ForeignFolder);
  });
});

describe('work that broke off', () => {
  it('goes on with what has no receipt, says so, and ends with the same bytes', async () => {
    await workAll();
    const before = readAll();
    rmSync(receiptPath(folder, 2));
    rmSync(receiptPath(folder, 5));
    writeFileSync(join(folder, 'chunks', '000006.bin.99.tmp'), 'half a');
    const said: string[] = [];
    expect(await workAll(playMadeUp, (sentence) => said.push(sentence))).toBe(2);
    expect(said.join()).toContain('Chunk 2 is not whole (its rows have no receipt)');
    expect(readAll()).toEqual(before);
  });

  it('does nothing over when all is there', async () => {
    await workAll();
    expect(await workAll()).toBe(0);
  });

  it('stops between chunks when asked, and keeps what is done', async () => {
    openFolder(folder, plan);
    const controller = new AbortController();
    const study = { folder, planId: planId(plan), studySeed: plan.studySeed, experiments };
    const missing = missingChunks(folder, plan, silent);
    let kept = 0;
    const onDone = (): void => {
      if (++kept === 3) controller.abort();
    };
    expect(await workStudy(study, missing, runHere(playMadeUp), onDone, controller.signal)).toBe(false);
    expect(missingChunks(folder, plan, silent).length).toBe(missing.length - 3);
  });
});

describe('reading the runs', () => {
  it('follows the plan, scenario by scenario, replicate by replicate', async () => {
    await workAll();
    const read = [...readRuns(folder, plan)].map((run) => (run.status === 'ok' ? run.record : run));
    expect(read.map(({ scenarioId, replicate }) => `${scenarioId} ${replicate}`)).toEqual([
      ...[1, 2, 3, 4].map((replicate) => `baseline ${replicate}`),
      ...[1, 2, 3, 4].map((replicate) => `cut ${replicate}`),
    ]);
  });

  it('takes no gap', async () => {
    await workAll();
    rmSync(receiptPath(folder, 7));
    expect(() => [...readRuns(folder, plan)]).toThrow('chunk 7');
  });

  it('gives a run that failed as a row among the others', async () => {
    await workAll((experiment, seed, replicate) => {
      if (experiment.scenarioId === 'cut' && replicate === 2) throw new Error('the books do not balance');
      return playMadeUp(experiment, seed, replicate);
    });
    const failed = [...readRuns(folder, plan)].filter((run) => run.status === 'failed');
    expect(failed).toMatchObject([{ scenarioId: 'cut', replicate: 2, code: 'E_MODEL' }]);
  });
});

function readAll(): readonly string[] {
  const names = readdirSync(join(folder, 'chunks')).sort();
  return names.map((name) => `${name} ${readFileSync(join(folder, 'chunks', name), 'hex')}`);
}
