import { describe, expect, it } from 'vitest';
import { drawPoisson } from '../../src/engine/draw-poisson.ts';
import { openStream } from '../../src/engine/streams.ts';

const draws = (mean: number, n: number) =>
  Array.from({ length: n }, (_, i) => drawPoisson(openStream('key', 'poisson', i), mean));

describe('a Poisson draw', () => {
  it.each([0.3, 4, 60, 1200])('has mean and variance %d', (mean) => {
    const n = 4000;
    const counts = draws(mean, n);
    const average = counts.reduce((sum, one) => sum + one, 0) / n;
    const variance = counts.reduce((sum, one) => sum + (one - average) ** 2, 0) / n;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / n));
    expect(variance / mean).toBeGreaterThan(0.85);
    expect(variance / mean).toBeLessThan(1.15);
  });

  it('is 0 at mean 0, and never falls when the mean rises on the same stream', () => {
    expect(new Set(draws(0, 20))).toEqual(new Set([0]));
    draws(3, 300).forEach((count, i) => {
      expect(drawPoisson(openStream('key', 'poisson', i), 3.6)).toBeGreaterThanOrEqual(count);
    });
  });

  it('refuses what is no mean', () => {
    for (const mean of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => drawPoisson(openStream('key', 'poisson', 1), mean)).toThrow('finite mean');
  });

  it('walks as the formula does', () => {
    // e^-1 = .368, then .368, .184: a uniform of .5 lies in the second step, .8 in the third.
    const at = (u: number) => drawPoisson({ next: () => u }, 1);
    expect([at(0.3), at(0.5), at(0.8)]).toEqual([0, 1, 2]);
  });
});
