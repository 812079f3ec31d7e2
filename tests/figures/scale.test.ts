import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceStep, niceTicks } from '../../src/figures/scale.ts';

describe('ticks of an axis', () => {
  it('goes from 0 to 15 by fives for a largest value of 11.2 in three steps', () => {
    expect(niceTicks(0, 11.2, 3)).toEqual([0, 5, 10, 15]);
  });

  it('includes values below zero', () => {
    expect(niceTicks(-4, 9, 3)).toEqual([-5, 0, 5, 10]);
  });

  it('has two ticks when there is nothing to show', () => {
    expect(niceTicks(0, 0, 4)).toEqual([0, 1]);
    expect(niceTicks(Number.NaN, Number.NaN, 4)).toEqual([0, 1]);
  });

  it('covers any range with at most three values more than the steps asked for', () => {
    const money = fc.double({ min: 0.001, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 8 }), (below, above, count) => {
        const ticks = niceTicks(-below, above, count);
        const hair = (above + below) * 1e-6;
        expect(ticks[0]).toBeLessThanOrEqual(-below + hair);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(above - hair);
        expect(ticks.length).toBeLessThanOrEqual(count + 3);
        expect(ticks).toContain(0);
      }),
    );
  });

  it('steps by 1, 2, 2.5 or 5 times a power of ten', () => {
    expect([0.3, 1, 1.1, 2.2, 3, 60, 0.0007].map(niceStep)).toEqual([0.5, 1, 2, 2.5, 5, 100, 0.001]);
  });
});
