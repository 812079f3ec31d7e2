import { mkdtempSync, rmSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChunkDone } from '../../src/study/chunk-work.ts';
import { dropChunk, receiptPath, rowsPath } from '../../src/study/chunks.ts';
import { type FolderMeter, openFolderMeter } from '../../src/study/folder-meter.ts';
import { readTold } from '../../src/study/kept-chunk.ts';
import type { Play } from '../../src/study/outcome.ts';
import type { Plan } from '../../src/study/plan.ts';
import { runHere } from '../../src/study/pool.ts';
import { cutToFirst, cutToNext } from '../../src/study/precision/layers.ts';
import { startProgress } from '../../src/study/progress.ts';
import { type Chunk, chunkAt, chunksOf, countRuns } from '../../src/study/run-order.ts';
import { missingChunks, openFolder } from '../../src/study/session.ts';
import { madeUpExperiment, madeUpPlan, playMadeUp } from './made-up-runs.ts';
import { lookingPlan } from './precision/made-up-looks.ts';

const experiments = [madeUpExperiment('baseline'), madeUpExperiment('cut')];
/** Six chunks of two runs, with tables, and with flows in the first. */
const plan = madeUpPlan({ experiments, replicates: { from: 1, to: 6 } });
const start = Date.parse('2026-01-01T00:00:00Z');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meter-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** One run in every third replicate fails. */
const play: Play = (experiment, seed, replicate) => {
  if (experiment.scenarioId === 'cut' && replicate % 3 === 0) throw new Error('month 4: books');
  return playMadeUp(experiment, seed, replicate);
};

/** Works chunks, each kept a second after the one before. */
async function work(chunks: Iterable<Chunk>, of: Plan = plan): Promise<readonly ChunkDone[]> {
  openFolder(folder, of);
  missingChunks(folder, of, () => {});
  const told: ChunkDone[] = [];
  const order = { folder, plan: of, experiments, listed: null };
  const onDone = (done: ChunkDone): void => {
    const at = (start + (done.index + 1) * 1000) / 1000;
    utimesSync(receiptPath(folder, done.index), at, at);
    told.push(done);
  };
  await runHere(play)(order, chunks, onDone, new AbortController().signal);
  return told;
}

function countAll(meter: FolderMeter, since?: number): number {
  const found = meter.find(since);
  for (const kept of found) meter.count(kept);
  return found.length;
}

describe('a chunk read for what it tells', () => {
  it('tells what its worker told, whatever tables and flows lie between its means', async () => {
    for (const told of await work(chunksOf(plan)))
      expect(readTold(folder, plan, chunkAt(plan, told.index))).toEqual(told);
  });

  it('is an error where its rows end too soon, or are gone', async () => {
    const chunks = [...chunksOf(plan)];
    await work(chunks);
    truncateSync(rowsPath(folder, 1), Math.floor(statSync(rowsPath(folder, 1)).size / 4));
    expect(() => readTold(folder, plan, chunks[1])).toThrow('rows end too soon');
    rmSync(rowsPath(folder, 2));
    expect(() => readTold(folder, plan, chunks[2])).toThrow('ENOENT');
  });
});

describe('the meter of a folder', () => {
  it('says what the sitting says that works it, to the last bit', async () => {
    const sitting = startProgress(plan, countRuns(plan), start);
    for (const told of await work(chunksOf(plan))) sitting.add(told, start + (told.index + 1) * 1000);
    const meter = openFolderMeter(folder, plan);
    countAll(meter, start);
    expect(meter.read()).toEqual(sitting.read());
    expect(meter.read()).toMatchObject({ done: 12, failed: 2, ratePerSecond: 2 });
  });

  it('counts earlier sittings into means and failures, and not into the pace', async () => {
    await work([...chunksOf(plan)].slice(0, 4));
    const meter = openFolderMeter(folder, plan);
    countAll(meter, start + 2500);
    const { done, ratePerSecond, seconds, scenarios } = meter.read();
    expect([done, seconds]).toEqual([8, 1.5]);
    expect(ratePerSecond).toBeCloseTo(4 / 1.5, 12);
    expect(scenarios[0].outcomes[0].runs).toBe(4);
  });

  it('reads a chunk once, finds those that come, and has no pace where nobody works', async () => {
    const chunks = [...chunksOf(plan)];
    await work(chunks.slice(0, 2));
    const meter = openFolderMeter(folder, plan);
    expect(countAll(meter)).toBe(2);
    expect(countAll(meter)).toBe(0);
    expect(meter.read()).toMatchObject({ done: 4, total: 12, ratePerSecond: undefined });
    await work(chunks.slice(2, 3));
    expect(countAll(meter)).toBe(1);
    expect(meter.read().done).toBe(6);
  });

  it('passes over a chunk that is torn, and counts it once it is redone', async () => {
    const chunks = [...chunksOf(plan)];
    await work(chunks);
    truncateSync(rowsPath(folder, 5), 30);
    const meter = openFolderMeter(folder, plan);
    countAll(meter);
    expect(meter.read().done).toBe(10);
    dropChunk(folder, 5);
    await work(chunks.slice(5));
    countAll(meter);
    expect(meter.read().done).toBe(12);
  });

  it('starts anew where chunks were removed under it', async () => {
    await work(chunksOf(plan));
    const meter = openFolderMeter(folder, plan);
    countAll(meter);
    rmSync(join(folder, 'chunks'), { recursive: true });
    countAll(meter);
    expect(meter.read()).toMatchObject({ done: 0, total: 12, failed: 0, failures: [] });
  });

  it('asks for the runs of the look at hand, and of the next once that has begun', async () => {
    const looking = lookingPlan();
    const first = cutToFirst(looking);
    const second = cutToNext(first)!;
    await work([...chunksOf(first)].slice(0, 3), looking);
    const meter = openFolderMeter(folder, looking);
    countAll(meter);
    expect(meter.read()).toMatchObject({ done: 6, total: 8, look: { replicates: 4, most: 20, target: 0.1 } });
    await work([...chunksOf(first)].slice(3), looking);
    countAll(meter);
    expect(meter.read()).toMatchObject({ done: 8, total: 8 });
    await work([...chunksOf(second)].slice(4, 5), looking);
    countAll(meter);
    expect(meter.read()).toMatchObject({ done: 10, total: 16, look: { replicates: 8 } });
  });
});
