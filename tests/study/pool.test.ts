import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ChunkDone } from '../../src/study/chunk-work.ts';
import { rowsPath } from '../../src/study/chunks.ts';
import { createHold } from '../../src/study/hold.ts';
import { createPlan } from '../../src/study/plan.ts';
import { type Runner, runHere, runOnThreads } from '../../src/study/pool.ts';
import { runReplicate } from '../../src/study/run.ts';
import { chunksOf } from '../../src/study/run-order.ts';
import { missingChunks, openFolder } from '../../src/study/session.ts';
import { describeFault, readReport } from '../../src/study/work-report.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const experiment = experimentOn(smallWorld());
const plan = createPlan({
  name: 'small',
  toolVersion: '1',
  modelVersion: 1,
  studySeed: 5,
  replicates: { from: 1, to: 5 },
  experiments: [experiment],
  comparisons: [],
});
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function rowsBy(runner: Runner): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  folders.push(folder);
  openFolder(folder, plan);
  const chunks = missingChunks(folder, plan, () => {});
  const study = { folder, plan, experiments: [experiment], listed: null };
  const done: ChunkDone[] = [];
  await runner(study, chunks, (chunk) => done.push(chunk), new AbortController().signal);
  expect(done.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3, 4]);
  return [...chunksOf(plan)].map((chunk) => readFileSync(rowsPath(folder, chunk.index), 'base64'));
}

describe('the rows of a study', () => {
  it('are the same bytes from this thread, one worker and three', async () => {
    const here = await rowsBy(runHere(runReplicate));
    expect(new Set(here).size).toBe(5);
    expect(await rowsBy(runOnThreads(1))).toEqual(here);
    expect(await rowsBy(runOnThreads(3))).toEqual(here);
  });
});

describe('a held queue', () => {
  it('begins no chunk on any worker, and lets go once it is stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pool-'));
    folders.push(folder);
    openFolder(folder, plan);
    const chunks = missingChunks(folder, plan, () => {});
    const study = { folder, plan, experiments: [experiment], listed: null };
    for (const runner of [runHere(runReplicate), runOnThreads(2)]) {
      const hold = createHold(() => 0);
      const stop = new AbortController();
      const done: number[] = [];
      const onDone = (chunk: ChunkDone): void => {
        done.push(chunk.index);
        hold.hold();
      };
      // Somebody waits: what is at hand ends, and nothing but the stop lets the queue go.
      const whenFree = (signal: AbortSignal): Promise<void> => {
        if (hold.isHeld()) stop.abort();
        return hold.whenFree(signal);
      };
      await runner(study, chunks, onDone, stop.signal, whenFree);
      expect(done.length).toBeGreaterThan(0);
      expect(done.length).toBeLessThanOrEqual(2);
    }
  });
});

describe('a fault in a worker', () => {
  it('keeps its name and its code on the way between threads', () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const report = structuredClone({ fault: describeFault(full) });
    expect(() => readReport(report)).toThrow(
      expect.objectContaining({ code: 'ENOSPC', message: 'no space left' }),
    );
  });
});
