import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutcome } from '../../src/study/compare.ts';
import { meanInterval, ratioInterval, ratioOfMoments, varianceOf } from '../../src/study/interval.ts';
import { addPair, addTo, createMoments, createPairMoments, resetPairs } from '../../src/study/moments.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 40 });
const near = (left: number, right: number): void =>
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(left), Math.abs(right)));

describe('running moments', () => {
  it('are those of all numbers at once', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 40 }), (numbers) => {
        const moments = createMoments(1);
        for (const each of numbers) addTo(moments, [each]);
        near(moments.mean[0], meanInterval(numbers).estimate);
        near(moments.squares[0] / (numbers.length - 1) / 1e6, varianceOf(numbers) / 1e6);
      }),
    );
  });

  it('have no spread at all where all numbers are equal', () => {
    const moments = createMoments(1);
    for (let round = 0; round < 7; round++) addTo(moments, [0.1]);
    expect(moments.squares[0]).toBe(0);
  });
});

describe('moments of pairs', () => {
  it('give the ratio and its interval that the pairs give', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const moments = createPairMoments(1);
        for (const [x, y] of given) addPair(moments, [x + 3e6], [y]);
        const top = given.map(([, y]) => y);
        const bottom = given.map(([x]) => x + 3e6);
        const [found, wanted] = [ratioOfMoments(moments, 0)!, ratioInterval(top, bottom)!];
        near(found.estimate, wanted.estimate);
        near(found.hi!, wanted.hi!);
      }),
    );
  });

  it('call a difference equal only where every pair is', () => {
    const column = { name: 'x', unit: 'usd' as const };
    const window = { first: 1, last: 2 };
    const moments = createPairMoments(1);
    for (const x of [1, 2, 3]) addPair(moments, [x], [0]);
    expect(compareOutcome(column, window, moments, 0).verdict).toBe('equal');
    addPair(moments, [4], [1e-9]);
    expect(compareOutcome(column, window, moments, 0).verdict).toBe('no detectable difference');
    resetPairs(moments);
    expect(moments.n).toBe(0);
  });
});
