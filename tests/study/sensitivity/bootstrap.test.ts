import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../../src/study/sensitivity/bootstrap.ts';
import { weightedMean, weightedVariance } from '../../../src/study/sensitivity/weighted-moments.ts';

const values = Float64Array.from({ length: 200 }, (_, at) => at);
const meanAndVariance = (weights: Int32Array): readonly number[] => [
  weightedMean(weights, values),
  weightedVariance(weights, values),
];

describe('a bootstrap interval', () => {
  it('of a mean reaches as far as the normal one', () => {
    const [{ lo, hi }] = bootstrap(200, meanAndVariance, 0.95, 1);
    const reach = 1.96 * Math.sqrt((200 * 200 - 1) / 12 / 200);
    expect(Math.abs(hi! - 99.5 - reach)).toBeLessThan(0.08 * reach);
    expect(Math.abs(99.5 - lo! - reach)).toBeLessThan(0.08 * reach);
  });

  it('is the same for the same seed and another for another', () => {
    expect(bootstrap(200, meanAndVariance, 0.95, 1)).toEqual(bootstrap(200, meanAndVariance, 0.95, 1));
    expect(bootstrap(200, meanAndVariance, 0.95, 2)).not.toEqual(bootstrap(200, meanAndVariance, 0.95, 1));
  });

  it('has no bounds where a resample has no value, and bounds the others', () => {
    const [first, second] = bootstrap(3, (weights) => [weights[0] === 3 ? Number.NaN : 1, 2], 0.95, 1);
    expect(first).toEqual({ lo: null, hi: null });
    expect(second).toEqual({ lo: 2, hi: 2 });
  });
});

describe('weighted moments', () => {
  it('are those of the values written out as often as they count', () => {
    const weights = Int32Array.of(2, 0, 1);
    const few = Float64Array.of(1, 50, 4);
    expect(weightedMean(weights, few)).toBe(2);
    // 1, 1, 4: squares 1 + 1 + 4 over 2.
    expect(weightedVariance(weights, few)).toBe(3);
  });
});
