import { describe, expect, it } from 'vitest';
import { runId, runKey } from '../../src/study/run-key.ts';

describe('the key of a run', () => {
  it('follows from study seed and replicate alone, and never moves', () => {
    expect(runKey(1, 1)).toBe('jazhia93s9');
  });

  it('differs for every seed and replicate of a small design', () => {
    const keys = [0, 1, 2].flatMap((seed) => [1, 2, 3, 11, 12].map((replicate) => runKey(seed, replicate)));
    expect(new Set(keys).size).toBe(15);
  });

  it('takes no seed beyond the whole numbers that a double holds, and no replicate 0', () => {
    expect(() => runKey(2 ** 53, 1)).toThrow(RangeError);
    expect(() => runKey(1, 0)).toThrow(RangeError);
  });
});

describe('the name of a run', () => {
  it('is never number-like, and another one for each scenario, point, seed and replicate', () => {
    const names = [
      runId('baseline', 'p-0', 1, 1),
      runId('history', 'p-0', 1, 1),
      runId('baseline', 'p-1', 1, 1),
      runId('baseline', 'p-0', 2, 1),
      runId('baseline', 'p-0', 1, 2),
    ];
    for (const name of names) expect(name).toMatch(/^r-[0-9a-f]{12}$/);
    expect(new Set(names).size).toBe(5);
  });
});
