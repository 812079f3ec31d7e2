import { describe, expect, it } from 'vitest';
import { openStream } from '../../../src/engine/streams.ts';
import type { Axis } from '../../../src/study/design/axis.ts';
import { type DesignMatrix, samplePoints } from '../../../src/study/design/sample-points.ts';

const list = (name: string, ...values: number[]): Axis => ({ name, kind: 'values', values });
const unit = (name: string): Axis => ({ name, kind: 'uniform', lo: 0, hi: 1 });
const rows = ({ points, at }: DesignMatrix) => Array.from({ length: points }, (_, point) => at(point));
const cube = (dimensions: number): Axis[] =>
  Array.from({ length: dimensions }, (_, axis) => unit(`x${axis}`));

describe('a factorial design', () => {
  it('has every combination once, the last axis fastest', () => {
    const design = samplePoints([list('a', 1, 2), list('b', 10, 20, 30)], { kind: 'factorial' }, 1);
    expect(rows(design)).toEqual([
      [1, 10],
      [1, 20],
      [1, 30],
      [2, 10],
      [2, 20],
      [2, 30],
    ]);
  });

  it('without axes is one point without values', () => {
    expect(rows(samplePoints([], { kind: 'factorial' }, 1))).toEqual([[]]);
  });

  it('counts to its last point where points pass what 32 bits hold', () => {
    const axes = Array.from({ length: 10 }, (_, at) => list(`x${at}`, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    const design = samplePoints(axes, { kind: 'factorial' }, 1);
    expect(design.points).toBe(1e10);
    expect(design.at(9_876_543_210)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('names every axis that is no list', () => {
    const axes = [unit('cut'), list('a', 1), unit('price')];
    expect(() => samplePoints(axes, { kind: 'factorial' }, 1)).toThrow(
      /cut is uniform[\s\S]*price is uniform/,
    );
  });

  it('refuses more points than can be counted', () => {
    const axes = Array.from({ length: 60 }, (_, at) => list(`x${at}`, 0, 1));
    expect(() => samplePoints(axes, { kind: 'factorial' }, 1)).toThrow('more than can be counted');
  });

  it('has no point past its last', () => {
    const design = samplePoints([list('a', 1, 2)], { kind: 'factorial' }, 1);
    for (const point of [-1, 2, 0.5]) expect(() => design.at(point)).toThrow(RangeError);
  });
});

describe('a Latin hypercube', () => {
  const design = samplePoints(cube(6), { kind: 'latin-hypercube', points: 37 }, 5);

  it('has one point in each cell of each axis', () => {
    for (let axis = 0; axis < 6; axis++) {
      const cells = rows(design).map((row) => Math.floor(row[axis] * 37));
      expect(cells.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 37 }, (_, cell) => cell));
    }
  });

  it('orders its axes independently', () => {
    const [first, second] = [0, 1].map((axis) => rows(design).map((row) => row[axis] - 0.5));
    const covariance = first.reduce((sum, value, at) => sum + value * second[at], 0) / 37;
    expect(Math.abs(covariance * 12)).toBeLessThan(0.5);
  });

  it('keeps its axes when one is added, and gives a point whatever was asked before', () => {
    const more = samplePoints(cube(7), { kind: 'latin-hypercube', points: 37 }, 5);
    expect(more.at(20).slice(0, 6)).toEqual(design.at(20));
    expect(design.at(20)).toEqual(rows(design)[20]);
  });

  it('is another for another seed', () => {
    const other = samplePoints(cube(6), { kind: 'latin-hypercube', points: 37 }, 6);
    expect(other.at(0)).not.toEqual(design.at(0));
  });

  it('has no point past its last', () => {
    expect(() => design.at(37)).toThrow('point 37 of a design of 37 points');
  });
});

describe('designs through axes', () => {
  it('give values of the axes, at the same places of the cube', () => {
    const axes: Axis[] = [list('a', 4, 8), { name: 'b', kind: 'loguniform', lo: 1, hi: 100 }];
    const points = { kind: 'sobol', points: 16 } as const;
    const places = rows(samplePoints(cube(2), points, 3));
    expect(rows(samplePoints(axes, points, 3)).map(([a]) => a)).toEqual(
      places.map(([u]) => (u < 0.5 ? 4 : 8)),
    );
    rows(samplePoints(axes, points, 3)).forEach(([, b], at) => {
      expect(b).toBeCloseTo(100 ** places[at][1], 10);
    });
  });
});

describe('the mean of a smooth function over a design', () => {
  const dimensions = 5;
  /** Mean 1 over the cube. */
  const smooth = (x: readonly number[]): number => x.reduce((product, u) => product * (1 + (u - 0.5) / 2), 1);
  const errorOf = (points: readonly (readonly number[])[]): number =>
    (points.reduce((sum, x) => sum + smooth(x), 0) / points.length - 1) ** 2;
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const rootMean = (errors: readonly number[]): number =>
    Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / errors.length);
  const plain = (seed: number) => {
    const stream = openStream(String(seed), 'plain-points', 0);
    return Array.from({ length: 256 }, () => Array.from({ length: dimensions }, () => stream.next()));
  };
  const of = (kind: 'latin-hypercube' | 'sobol') => (seed: number) =>
    rows(samplePoints(cube(dimensions), { kind, points: 256 }, seed));
  const error = (points: (seed: number) => readonly (readonly number[])[]): number =>
    rootMean(seeds.map((seed) => errorOf(points(seed))));

  it('errs by less than a quarter of plain chance in a Latin hypercube, and by a third of that at most in a Sobol design', () => {
    const [byChance, byLatin, bySobol] = [plain, of('latin-hypercube'), of('sobol')].map(error);
    expect(byLatin).toBeLessThan(byChance / 4);
    expect(bySobol).toBeLessThan(byLatin / 3);
  });
});
