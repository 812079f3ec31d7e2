import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeChunk, encodeChunk } from '../../src/study/chunk-format.ts';
import {
  checkChunk,
  keepChunk,
  Nondeterminism,
  readChunk,
  receiptPath,
  rowsPath,
} from '../../src/study/chunks.ts';
import { keepRun } from '../../src/study/kept-run.ts';
import { attemptRun, type Play } from '../../src/study/outcome.ts';
import { placeOfRun } from '../../src/study/run-order.ts';
import { madeUpExperiment, madeUpPlan, playMadeUp } from './made-up-runs.ts';

const experiment = madeUpExperiment('a');
const plan = madeUpPlan({ experiments: [experiment], studySeed: 7 });
const chunk = { index: 42, first: 0, runs: 2 };
const attempt = (index: number, play: Play = playMadeUp) =>
  keepRun(plan, placeOfRun(plan, index), attemptRun(play, experiment, 7, index + 1));
const runs = [attempt(0), attempt(1)];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chunks-'));
  mkdirSync(join(folder, 'chunks'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the rows of a chunk', () => {
  it('come back as they were, with flows and without', () => {
    expect(decodeChunk(plan, chunk, encodeChunk(runs))).toEqual(runs);
  });

  it('keep a failed run between good ones', () => {
    const failing = attempt(1, () => {
      throw new Error('month 3: the sectors have 7 cents too many');
    });
    expect(failing).toMatchObject({ status: 'failed', place: { replicate: 2 }, code: 'E_BOOKS' });
    const three = [runs[0], failing, attempt(2)];
    expect(decodeChunk(plan, { ...chunk, runs: 3 }, encodeChunk(three))).toEqual(three);
  });

  it('are refused where they are of fewer runs than the plan says', () => {
    expect(() => decodeChunk(plan, { ...chunk, runs: 3 }, encodeChunk(runs))).toThrow('2 runs, not 3');
  });

  it('are a few hundred bytes a run where no table is kept', () => {
    const bare = madeUpPlan({ experiments: [experiment], tables: [] });
    const kept = keepRun(bare, placeOfRun(bare, 0), attemptRun(playMadeUp, experiment, 3, 1));
    expect(encodeChunk([kept]).length).toBeLessThan(300);
    expect(kept).toMatchObject({ tables: [], events: [], flows: null });
  });
});

describe('a kept chunk', () => {
  it('is named by six digits, has a receipt, and reads back', () => {
    const receipt = keepChunk(folder, 'plan', chunk, runs);
    expect(rowsPath(folder, 42)).toMatch(/000042\.bin$/);
    expect(receipt).toMatchObject({ first: 0, rows: 2, attempt: 1 });
    expect(readChunk(folder, plan, 'plan', chunk)).toEqual(runs);
  });

  it('drops a twin and stops at a working that differs', () => {
    keepChunk(folder, 'plan', chunk, runs);
    expect(keepChunk(folder, 'plan', chunk, runs, 2).attempt).toBe(1);
    expect(() => keepChunk(folder, 'plan', chunk, [runs[1], runs[0]])).toThrow(Nondeterminism);
  });

  it.each([
    ['rows without a receipt', () => rmSync(receiptPath(folder, 42)), 'no receipt'],
    ['a receipt cut short', () => writeFileSync(receiptPath(folder, 42), '{"pl'), 'cannot be read'],
    ['rows cut short', () => writeFileSync(rowsPath(folder, 42), 'MAABAR1'), 'another length'],
    ['a bit turned', () => turnBit(rowsPath(folder, 42)), 'another checksum'],
    ['rows gone', () => rmSync(rowsPath(folder, 42)), 'gone'],
  ])('is not whole with %s', (_, harm, why) => {
    keepChunk(folder, 'plan', chunk, runs);
    harm();
    expect(checkChunk(folder, 'plan', chunk)).toMatchObject({
      state: 'torn',
      why: expect.stringContaining(why),
    });
    expect(() => readChunk(folder, plan, 'plan', chunk)).toThrow(why);
  });

  it('does not count for another plan', () => {
    keepChunk(folder, 'plan', chunk, runs);
    expect(checkChunk(folder, 'other', chunk).state).toBe('torn');
  });
});

function turnBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(path, bytes);
}
