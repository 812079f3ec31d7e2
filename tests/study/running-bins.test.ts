import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bins, createBins, foldBins, mostBins, noBins } from '../../src/study/running-bins.ts';

function binsOf(numbers: readonly number[]): Bins {
  const bins = createBins();
  for (const number of numbers) bins.add(number);
  return bins.read();
}

/** Counted again from the numbers themselves. */
function countsOf(numbers: readonly number[], { width, first, counts }: Bins): readonly number[] {
  return counts.map((_, at) => {
    const from = (first + at) * width;
    return numbers.filter((number) => number >= from && number < from + width).length;
  });
}

const number = fc
  .double({ min: -1e12, max: 1e12, noNaN: true })
  .filter((value) => value === 0 || Math.abs(value) > 1e-90);
const numbers = fc.array(number, { minLength: 1, maxLength: 60 });

describe('bins that form as numbers come', () => {
  it('are by hand: 0 to 100 in steps of 1 take 51 bins of 2', () => {
    const { width, first, counts } = binsOf(Array.from({ length: 101 }, (_, at) => at));
    expect([width, first, counts.length]).toEqual([2, 0, 51]);
    expect([counts[0], counts[50]]).toEqual([2, 1]);
  });

  it('hold every number where it belongs, in at most 64 bins, the outer ones not empty', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const bins = binsOf(given);
        expect(bins.counts.length).toBeLessThanOrEqual(mostBins);
        expect(bins.counts).toEqual(countsOf(given, bins));
        expect(bins.counts[0] * bins.counts.at(-1)!).toBeGreaterThan(0);
      }),
    );
  });

  it('fold into fewer without losing or moving a number', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 64 }), (given, most) => {
        const folded = foldBins(binsOf(given), most);
        expect(folded.counts.length).toBeLessThanOrEqual(Math.max(2, most));
        expect(folded.counts).toEqual(countsOf(given, folded));
      }),
    );
  });

  it('are the same in any order, once numbers are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2 }), (given) => {
        const apart = [...given, 1, 1000];
        expect(binsOf([...apart].reverse())).toEqual(binsOf(apart));
      }),
    );
  });

  it('leave out what is not finite, and survive equal, tiny and huge numbers', () => {
    expect(binsOf([Number.NaN, Number.POSITIVE_INFINITY])).toStrictEqual(noBins);
    expect(binsOf([7, 7, 7]).counts).toEqual([3]);
    expect(binsOf([0, 0, 1e-300]).counts).toEqual([3]);
    expect(binsOf([-1e308, 0, 1e308]).counts.filter((count) => count > 0)).toEqual([1, 1, 1]);
  });
});
