import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '../../src/engine/percentile.ts';

describe('a percentile', () => {
  it('lies between the nearest ranks in a straight line', () => {
    expect(percentile([10, 20, 30, 40, 50], 0.05)).toBeCloseTo(12, 12);
    expect(percentile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48, 12);
    expect(percentile([10, 20], 0.5)).toBe(15);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('is never outside the values and rises with the share', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (some, p, q) => {
        const sorted = Float64Array.from(some).sort();
        const [low, high] = [percentile(sorted, Math.min(p, q)), percentile(sorted, Math.max(p, q))];
        expect(low).toBeGreaterThanOrEqual(sorted[0]);
        expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1]);
        expect(high - low).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });
});
