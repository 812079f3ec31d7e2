import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, findReach, marginalTake, pressure, type Reach } from '../../src/model/collection.ts';
import { holdingsAtStart } from '../../src/model/holdings.ts';
import { crossing, post, smallWorld } from '../fixtures/small-world.ts';

const shared = holdingsAtStart(
  smallWorld({
    crossings: [crossing('upper', 0.6, { holders: { north: 0.5, south: 0.3 } }), crossing('lower', 0.4)],
    posts: [post('bridge', { crossingIds: ['upper'], holders: { south: 1 } })],
  }),
);
const reachOf = (effort: number): Reach => ({
  reach: 0.5,
  returns: 0.8,
  skill: Float64Array.of(1, 2),
  effort: Float64Array.of(effort, 1),
});

describe('collection', () => {
  it('presses with shares, skill and effort', () => {
    expect(pressure(shared, 0, reachOf(1))).toBeCloseTo(0.5 + 0.3 * 2, 12);
    expect(pressure(shared, 0, reachOf(4))).toBeCloseTo(0.5 * 4 ** 0.8 + 0.6, 12);
    expect(coverage(0.5, 1.1)).toBeCloseTo(1 - Math.exp(-0.55), 12);
  });

  it('brings at the margin what a little more effort brings', () => {
    const pool = Float64Array.of(1e6, 5e5, 0);
    const take = (effort: number) => {
      const reach = reachOf(effort);
      return 0.5 * pool[0] * coverage(reach.reach, pressure(shared, 0, reach));
    };
    const step = 1e-5;
    const slope = (take(1.5 + step) - take(1.5 - step)) / (2 * step);
    expect(marginalTake(shared, reachOf(1.5), 0, pool, 0, 2) / slope).toBeCloseTo(1, 8);
  });

  it('finds the reach that gives a stated part', () => {
    const skill = Float64Array.of(1, 1);
    const pool = Float64Array.of(1e6, 0, 0);
    const reach = findReach(shared, skill, pool, 0, 2, 0.3);
    expect(0.8 * coverage(reach, 0.8)).toBeCloseTo(0.3, 9);
  });

  it('goes to its bound when more is wanted than is held', () => {
    const reach = findReach(shared, Float64Array.of(1, 1), Float64Array.of(1e6, 0, 0), 0, 2, 0.9);
    expect(reach).toBe(64);
  });

  it('never collects more than the share held, nor less with more effort', () => {
    const effort = fc.double({ min: 0.001, max: 50, noNaN: true });
    fc.assert(
      fc.property(effort, effort, (a, b) => {
        const covered = (e: number) => coverage(0.5, pressure(shared, 0, reachOf(e)));
        expect(covered(a)).toBeLessThanOrEqual(1);
        expect(covered(Math.max(a, b))).toBeGreaterThanOrEqual(covered(Math.min(a, b)));
      }),
    );
  });
});
