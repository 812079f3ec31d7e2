import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../src/study/design/axis.ts';
import { morris } from '../../../src/study/sensitivity/morris.ts';
import { morrisDesign } from '../../../src/study/sensitivity/morris-design.ts';
import { rankParameters } from '../../../src/study/sensitivity/ranking.ts';
import { estimatesOf, gFunction, ishigami, play, playWithChance, rowsOf } from './known-functions.ts';

const seed = 3;
const { axes } = gFunction([0, 0, 0]);
const placesOf = (axis: number, rows: number): readonly number[] => {
  const design = morrisDesign(axes, rows, seed);
  return Array.from({ length: rows }, (_, base) => design.trajectory(base).to[axis]);
};

describe('the trajectories of a Morris design', () => {
  const design = morrisDesign(axes, 50, seed);

  it('move each axis once, one at a time, by a third to two thirds of its range', () => {
    for (let base = 0; base < 50; base++) {
      const rows = [0, 1, 2, 3].map((member) => design.at(base * 4 + member));
      const moved = [1, 2, 3].map((member) => {
        const changed = [0, 1, 2].filter((axis) => rows[member][axis] !== rows[member - 1][axis]);
        expect(changed).toHaveLength(1);
        const step = Math.abs(rows[member][changed[0]] - rows[member - 1][changed[0]]);
        expect(step).toBeGreaterThan(1 / 3 - 1e-12);
        expect(step).toBeLessThan(2 / 3 + 1e-12);
        return changed[0];
      });
      expect(moved.toSorted()).toEqual([0, 1, 2]);
    }
  });

  it('take steps of every length between', () => {
    const steps = Array.from({ length: 50 }, (_, base) => {
      const { from, to } = design.trajectory(base);
      return (to[0] - from[0] + 1) % 1;
    });
    expect(Math.min(...steps)).toBeLessThan(0.4);
    expect(Math.max(...steps)).toBeGreaterThan(0.6);
  });

  it('take the axes in every order', () => {
    const orders = Array.from({ length: 50 }, (_, base) => design.trajectory(base).order.join());
    expect(new Set(orders).size).toBe(6);
  });

  it('end as evenly over an axis as they start', () => {
    const cells = new Array<number>(10).fill(0);
    for (const u of placesOf(1, 2000)) cells[Math.floor(u * 10)]++;
    for (const count of cells) expect(Math.abs(count - 200)).toBeLessThan(4 * Math.sqrt(200));
  });

  it('stay when more are added', () => {
    const more = morrisDesign(axes, 500, seed);
    for (let row = 0; row < design.points; row++) expect(more.at(row)).toEqual(design.at(row));
    expect(() => design.at(200)).toThrow('point 200 of a design of 200 points');
  });
});

describe('elementary effects', () => {
  it('of a straight line are its slopes over the whole ranges, and do not scatter', () => {
    const ranges: readonly Axis[] = [
      { name: 'a', kind: 'uniform', lo: 0, hi: 10 },
      { name: 'b', kind: 'uniform', lo: -1, hi: 1 },
    ];
    const design = morrisDesign(ranges, 8, seed);
    const rows = morris(
      design,
      play(design, ([a, b]) => 5 + 2 * a - 3 * b),
      seed,
    );
    const near = (index: 'mu' | 'mu_star' | 'sigma', expected: readonly number[]): void =>
      estimatesOf(rows, index).forEach((value, at) => {
        expect(value).toBeCloseTo(expected[at], 10);
      });
    near('mu', [20, -6]);
    near('mu_star', [20, 6]);
    near('sigma', [0, 0]);
    expect(rows[0]).toMatchObject({
      method: 'morris',
      parameter: 'a',
      index: 'mu_star',
      nBase: 8,
      nRuns: 24,
      nFailed: 0,
      converged: true,
    });
  });

  it('cancel in mu and not in mu_star where the outcome goes up and down', () => {
    const design = morrisDesign(axes.slice(0, 1), 400, seed);
    const rows = morris(
      design,
      play(design, ([x]) => Math.abs(x - 0.5)),
      seed,
    );
    const [mu, muStar] = (['mu', 'mu_star'] as const).map((index) => rowsOf(rows, index)[0]);
    expect(mu.lo!).toBeLessThan(0);
    expect(mu.hi!).toBeGreaterThan(0);
    expect(muStar.lo!).toBeGreaterThan(0.3);
  });

  it('see a period of half the range, which a grid with half-range steps does not', () => {
    const design = morrisDesign(ishigami.axes, 50, seed);
    const second = rowsOf(morris(design, play(design, ishigami.valueAt), seed), 'mu_star')[1];
    expect(second.lo!).toBeGreaterThan(2);
  });
});

describe('screening the g-function', () => {
  const known = gFunction([0, 1, 4.5, 9, 99, 99, 99, 99]);
  const design = morrisDesign(known.axes, 60, seed);
  const rows = rowsOf(morris(design, play(design, known.valueAt), seed), 'mu_star');

  it('sets the inert parameters apart from those that matter', () => {
    const leastOfActive = Math.min(...rows.slice(0, 3).map(({ lo }) => lo!));
    const mostOfInert = Math.max(...rows.slice(4).map(({ hi }) => hi!));
    expect(leastOfActive).toBeGreaterThan(4 * mostOfInert);
  });

  it('ranks the inert ones last and together', () => {
    const ranks = new Map(rankParameters(rows).map(({ rank, row }) => [row.parameter, rank]));
    expect(ranks.get('x1')).toBe(1);
    expect(['x5', 'x6', 'x7', 'x8'].map((name) => ranks.get(name))).toEqual([5, 5, 5, 5]);
  });

  it('is not called converged on sixty trajectories', () => {
    expect(rows[0].converged).toBe(false);
  });
});

describe('chance in a screening', () => {
  const known = gFunction([0, 9, 99, 99]);
  const design = morrisDesign(known.axes, 60, seed);
  const noisy = (x: readonly number[], chance: number): number => known.valueAt(x) + 0.3 * chance;

  it('is as large as what parameters without effect show by it', () => {
    const many = morrisDesign(known.axes, 400, seed);
    const noisyRuns = playWithChance(many, 4, noisy, (row) => row);
    const rows = morris(many, noisyRuns, seed);
    const [chance] = estimatesOf(rows, 'chance');
    const inert = estimatesOf(rows, 'mu_star').slice(2);
    expect(inert).toHaveLength(2);
    for (const muStar of inert) expect(Math.abs(muStar / chance - 1)).toBeLessThan(0.12);
    expect(estimatesOf(rows, 'mu_star')[0]).toBeGreaterThan(3 * chance);
  });

  it('is nothing where a trajectory draws alike and only adds what it draws', () => {
    const alike = playWithChance(design, 2, noisy, (row) => Math.floor(row / design.rowsPerBase));
    expect(estimatesOf(morris(design, alike, seed), 'chance')[0]).toBeCloseTo(0, 12);
  });
});

describe('failed runs of a screening', () => {
  it('leave out their trajectory', () => {
    const design = morrisDesign(axes, 10, seed);
    const outcomes = play(design, ([x]) => x);
    outcomes.values[4] = Number.NaN;
    expect(morris(design, outcomes, seed)[0]).toMatchObject({ nBase: 9, nFailed: 1, nRuns: 40 });
  });
});
