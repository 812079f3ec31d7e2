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
import { attemptRun } from '../../src/study/outcome.ts';
import { madeUpExperiment, playMadeUp } from './made-up-runs.ts';

const experiment = madeUpExperiment('a');
const chunk = { index: 42, first: 80, scenario: 0, from: 1, to: 2 };
const runs = [1, 2].map((replicate) => attemptRun(playMadeUp, experiment, 7, replicate));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chunks-'));
  mkdirSync(join(folder, 'chunks'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the rows of a chunk', () => {
  it('come back as they were, with flows and without', () => {
    expect(decodeChunk(encodeChunk(runs))).toEqual(runs);
  });

  it('keep a failed run between good ones', () => {
    const failing = attemptRun(
      () => {
        throw new Error('the books do not balance');
      },
      experiment,
      7,
      3,
    );
    expect(failing).toMatchObject({ status: 'failed', replicate: 3, message: 'the books do not balance' });
    expect(decodeChunk(encodeChunk([runs[0], failing, runs[1]]))).toEqual([runs[0], failing, runs[1]]);
  });
});

describe('a kept chunk', () => {
  it('is named by six digits, has a receipt, and reads back', () => {
    const receipt = keepChunk(folder, 'plan', chunk, runs);
    expect(rowsPath(folder, 42)).toMatch(/000042\.bin$/);
    expect(receipt).toMatchObject({ first: 80, rows: 2, attempt: 1 });
    expect(readChunk(folder, 'plan', chunk)).toEqual(runs);
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
    expect(() => readChunk(folder, 'plan', chunk)).toThrow(why);
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
