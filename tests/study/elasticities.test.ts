import { describe, expect, it } from 'vitest';
import { coverageElasticity, powerElasticity } from '../../src/study/elasticities.ts';

describe('how a yield answers need', () => {
  it('is nu / (1 - nu) on a power line', () => {
    expect(powerElasticity(0.7)).toBeCloseTo(2.333, 3);
    expect(powerElasticity(0.5)).toBe(1);
    expect(powerElasticity(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('falls with coverage where a share is collected', () => {
    // By hand: c .5, y = ln 2 = .693; .8 * .693 * 1 / (.2 + .8 * .693) = .735.
    expect(coverageElasticity(0.8, 0.5)).toBeCloseTo(0.735, 3);
    expect(coverageElasticity(1, 0.35)).toBeCloseTo(0.65 / 0.35, 9);
    expect(coverageElasticity(1, 0.25)).toBeCloseTo(3, 9);
  });

  it('comes near the power line as coverage goes to nothing', () => {
    expect(coverageElasticity(0.6, 1e-6)).toBeCloseTo(powerElasticity(0.6), 4);
  });

  it('is nothing where all is collected', () => {
    expect(coverageElasticity(1, 1 - 1e-9)).toBeLessThan(1e-8);
  });
});
