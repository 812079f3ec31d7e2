import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, quantile } from '../../../src/study/design/axis.ts';
import { inverseNormal, normalProbability } from '../../../src/study/design/inverse-normal.ts';

const cut: Axis = { name: 'cut', kind: 'uniform', lo: 0.2, hi: 0.9 };
const price: Axis = { name: 'price', kind: 'loguniform', lo: 1, hi: 10_000 };
const taste: Axis = { name: 'taste', kind: 'normal', mean: 3, deviation: 2 };
const share: Axis = { name: 'share', kind: 'normal', mean: 0.9, deviation: 0.2, lo: 0, hi: 1 };
const far: Axis = { name: 'far', kind: 'normal', mean: 0, deviation: 1, lo: 9, hi: 10 };
const delay: Axis = { name: 'delay', kind: 'triangular', lo: 2, mode: 3, hi: 6 };
const doses: Axis = { name: 'doses', kind: 'values', values: [5, 1, 9] };

describe('an axis', () => {
  it('of values gives each value one of equal cells, in the order of the list', () => {
    const at = (u: number) => quantile(doses, u);
    expect([0, 0.33, 0.34, 0.66, 0.67, 1 - 2 ** -53].map(at)).toEqual([5, 5, 1, 1, 9, 9]);
  });

  it('that is uniform runs from lo to hi in a straight line', () => {
    expect([0, 0.5].map((u) => quantile(cut, u))).toEqual([0.2, 0.55]);
    expect(quantile(cut, 0.75)).toBeCloseTo(0.725, 14);
  });

  it('that is loguniform spends as much of its chance on 1 to 10 as on 1000 to 10000', () => {
    for (const [u, value] of [
      [0, 1],
      [0.25, 10],
      [0.75, 1000],
    ])
      expect(quantile(price, u)).toBeCloseTo(value, 10);
  });

  it('that is normal has its quartiles .6745 deviations round the mean', () => {
    expect(quantile(taste, 0.25)).toBeCloseTo(3 - 2 * 0.6744897501960817, 13);
    expect(quantile(taste, 0.5)).toBe(3);
    expect(quantile(taste, 0.75)).toBeCloseTo(3 + 2 * 0.6744897501960817, 13);
    expect(quantile(taste, 0)).toBeGreaterThan(3 - 2 * 9);
  });

  it('that is truncated spreads what lies outside over the inside', () => {
    // SciPy 1.17: truncnorm(-4.5, 0.5, loc=0.9, scale=0.2).ppf([.1, .5, .9])
    const [low, middle, high] = [0.1, 0.5, 0.9].map((u) => quantile(share, u));
    expect(low).toBeCloseTo(0.6035686624072862, 12);
    expect(middle).toBeCloseTo(0.8206266864352938, 12);
    expect(high).toBeCloseTo(0.9623141174640184, 12);
  });

  it('that is truncated far in a tail still has its median where the tail has it', () => {
    // SciPy 1.17: truncnorm(9, 10).ppf(.5)
    expect(quantile(far, 0.5)).toBeCloseTo(9.075779713738546, 7);
  });

  it('that is triangular has a quarter of its chance below the mode when a quarter of its width is', () => {
    expect(quantile(delay, 0.25)).toBe(3);
    expect(quantile(delay, 0.25 / 4)).toBe(2.5);
    expect(quantile(delay, 1 - 0.75 / 9)).toBeCloseTo(5, 12);
  });

  it('that is triangular may have its mode at an end, or no width', () => {
    expect(quantile({ name: 'a', kind: 'triangular', lo: 0, mode: 0, hi: 1 }, 0.75)).toBe(0.5);
    expect(quantile({ name: 'a', kind: 'triangular', lo: 0, mode: 1, hi: 1 }, 0.25)).toBe(0.5);
    expect(quantile({ name: 'a', kind: 'triangular', lo: 2, mode: 2, hi: 2 }, 0.3)).toBe(2);
  });

  it.each([cut, price, share, far, delay])('$name never leaves its bounds and never falls', (axis) => {
    const bounds = axis as unknown as { lo: number; hi: number };
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const [low, high] = [quantile(axis, Math.min(a, b)), quantile(axis, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(bounds.lo);
        expect(high).toBeLessThanOrEqual(bounds.hi);
        expect(high - low).toBeGreaterThanOrEqual(-1e-12 * Math.abs(high));
      }),
    );
  });
});

describe('the normal distribution', () => {
  it.each([
    [1e-12, -7.034483825301131],
    [0.001, -3.090232306167813],
    [0.3, -0.5244005127080409],
    [0.6, 0.2533471031357997],
    [0.98, 2.0537489106318225],
  ])('has %d of its chance below %d, as SciPy has it', (p, x) => {
    expect(Math.abs(inverseNormal(p) / x - 1)).toBeLessThan(1e-14);
  });

  it.each([
    [-20, 2.7536241186061556e-89],
    [-8, 6.22096057427174e-16],
    [-1, 0.15865525393145707],
    [0.5, 0.6914624612740131],
  ])('lies below %d with chance %d, as SciPy has it', (x, p) => {
    expect(Math.abs(normalProbability(x) / p - 1)).toBeLessThan(1e-8);
  });

  it('takes back what its inverse gives', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalProbability(inverseNormal(p)) - p)).toBeLessThan(1e-14);
      }),
    );
  });
});
