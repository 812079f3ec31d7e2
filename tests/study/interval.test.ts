import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, momentsInterval, ratioInterval } from '../../src/study/interval.ts';

describe('the interval of a mean', () => {
  it('of 1, 2 and 3 is 2 give or take 4.3027 / sqrt 3', () => {
    const { estimate, lo, hi, n } = meanInterval([1, 2, 3]);
    expect([estimate, n]).toEqual([2, 3]);
    expect(hi).toBeCloseTo(2 + 4.30265 / Math.sqrt(3), 4);
    expect(lo).toBeCloseTo(2 - 4.30265 / Math.sqrt(3), 4);
  });

  it('has no bounds for one number', () => {
    expect(meanInterval([5])).toEqual({ estimate: 5, lo: null, hi: null, n: 1 });
  });

  it('has no width for equal numbers, whatever they are', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const { lo, hi } = meanInterval([value, value, value]);
        return lo === hi;
      }),
    );
  });

  it('is the same from counted sums as from the numbers', () => {
    expect(momentsInterval(3, 2, 2)).toEqual(meanInterval([1, 2, 3]));
  });
});

describe('the interval of a ratio', () => {
  it('has no width where every pair has that ratio', () => {
    const found = ratioInterval([1, 2, 3], [2, 4, 6])!;
    expect([found.estimate, found.lo, found.hi]).toEqual([0.5, 0.5, 0.5]);
  });

  it('of tops 1 and 3 over bottoms 2 and 2 is 1 give or take 12.7062 / 2', () => {
    const found = ratioInterval([1, 3], [2, 2])!;
    expect(found.estimate).toBe(1);
    expect(found.hi).toBeCloseTo(1 + 12.7062 / 2, 3);
  });

  it('is not there where the bottom is nothing', () => {
    expect(ratioInterval([1, 2], [1, -1])).toBeUndefined();
  });
});
