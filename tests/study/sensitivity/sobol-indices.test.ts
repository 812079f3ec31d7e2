import { describe, expect, it } from 'vitest';
import type { RowOutcomes } from '../../../src/study/sensitivity/block-design.ts';
import { saltelliDesign } from '../../../src/study/sensitivity/saltelli-design.ts';
import type { SensitivityRow } from '../../../src/study/sensitivity/sensitivity-row.ts';
import { sobolIndices } from '../../../src/study/sensitivity/sobol-indices.ts';
import {
  estimatesOf,
  gFunction,
  ishigami,
  type KnownFunction,
  play,
  playWithChance,
  rowsOf,
} from './known-functions.ts';

const bases = 1024;
const seed = 11;

function indicesOf({ axes, valueAt }: KnownFunction, count = bases): readonly SensitivityRow[] {
  const design = saltelliDesign(axes, count, seed);
  return sobolIndices(design, play(design, valueAt), seed);
}

function expectNear(found: readonly number[], known: readonly number[], error: number): void {
  expect(found).toHaveLength(known.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - known[at]), `${at + 1}: ${value} for ${known[at]}`).toBeLessThan(error);
  });
}

function expectCovered(rows: readonly SensitivityRow[], known: readonly number[]): void {
  rows.forEach(({ lo, hi }, at) => {
    expect(lo!, `${at + 1}`).toBeLessThan(known[at]);
    expect(hi!, `${at + 1}`).toBeGreaterThan(known[at]);
  });
}

describe('the rows of a Saltelli design', () => {
  const design = saltelliDesign(ishigami.axes, 4, seed);

  it('are A, B and, for each axis, A with its value from B', () => {
    const [a, b, ...mixed] = [5, 6, 7, 8, 9].map(design.at);
    expect(mixed).toEqual([
      [b[0], a[1], a[2]],
      [a[0], b[1], a[2]],
      [a[0], a[1], b[2]],
    ]);
    expect(new Set([...a, ...b]).size).toBe(6);
    expect(design).toMatchObject({ points: 20, bases: 4, rowsPerBase: 5, parameters: ['x1', 'x2', 'x3'] });
  });

  it('stay when bases are added, and end at the last', () => {
    const more = saltelliDesign(ishigami.axes, 4096, seed);
    for (let row = 0; row < design.points; row++) expect(more.at(row)).toEqual(design.at(row));
    expect(() => design.at(20)).toThrow('point 20 of a design of 20 points');
  });

  it('can be had for 80 parameters and not for 81', () => {
    const { axes } = gFunction(new Array(81).fill(1));
    expect(saltelliDesign(axes.slice(1), 2, seed).at(163)).toHaveLength(80);
    expect(() => saltelliDesign(axes, 2, seed)).toThrow('A Sobol sequence of 162 dimensions');
  });
});

describe.each([
  ['Ishigami', ishigami],
  ['the g-function', gFunction([0, 1, 4.5, 9, 99, 99])],
])('indices of %s', (_, known) => {
  const rows = indicesOf(known);

  it('lie near the analytic ones', () => {
    expectNear(estimatesOf(rows, 'first'), known.first, 0.02);
    expectNear(estimatesOf(rows, 'total'), known.total, 0.02);
  });

  it('have intervals that hold the analytic ones', () => {
    expectCovered(rowsOf(rows, 'first'), known.first);
    expectCovered(rowsOf(rows, 'total'), known.total);
  });

  it('come nearer with sixteen times the bases', () => {
    const errorOf = (found: readonly SensitivityRow[]): number =>
      estimatesOf(found, 'total').reduce((sum, value, at) => sum + (value - known.total[at]) ** 2, 0);
    expect(errorOf(rows)).toBeLessThan(errorOf(indicesOf(known, 64)));
  });

  it('tell nothing of chance where each point was played once', () => {
    expect(rowsOf(rows, 'chance')).toEqual([]);
  });
});

describe('the indices of two bases', () => {
  it('are those worked by hand', () => {
    const design = saltelliDesign(ishigami.axes.slice(0, 1), 2, seed);
    const values = Float64Array.of(0, 2, 1, 4, 6, 8);
    const rows = sobolIndices(design, { name: 'y', replicates: 1, values }, seed);
    // A and B have the mean 3 and the variance (9 + 1 + 1 + 9) / 3; AB moves by 1 and 4.
    const variance = 20 / 3;
    expect(estimatesOf(rows, 'first')[0]).toBeCloseTo((-1 * 1 + 3 * 4) / 2 / variance, 14);
    expect(estimatesOf(rows, 'total')[0]).toBeCloseTo((1 + 16) / 4 / variance, 14);
  });
});

describe('convergence', () => {
  const width = (rows: readonly SensitivityRow[], index: 'first' | 'total'): number =>
    Math.max(...rowsOf(rows, index).map(({ lo, hi }) => hi! - lo!));
  const said = (rows: readonly SensitivityRow[]) => new Set(rows.map(({ converged }) => converged));

  it('is not said while a total order is open by more than a tenth, narrow as first orders may be', () => {
    const rows = indicesOf(ishigami, 2048);
    expect(width(rows, 'first')).toBeLessThan(0.1);
    expect(width(rows, 'total')).toBeGreaterThan(0.1);
    expect(said(rows)).toEqual(new Set([false]));
  });

  it('is said of every row once all are narrower', () => {
    const rows = indicesOf(ishigami, 4096);
    expect(width(rows, 'total')).toBeLessThan(0.1);
    expect(said(rows)).toEqual(new Set([true]));
  });
});

describe('chance as a factor', () => {
  const deviation = 2;
  const all = ishigami.variance + deviation ** 2;
  const sharesOf = (parts: readonly number[]) => parts.map((part) => (part * ishigami.variance) / all);
  const noisy = (x: readonly number[], chance: number): number => ishigami.valueAt(x) + deviation * chance;
  const design = saltelliDesign(ishigami.axes, bases, seed);

  it.each([
    ['each run draws for itself', (row: number) => row],
    ['runs of a base draw alike', (row: number) => Math.floor(row / design.rowsPerBase)],
  ])('has its share of the variance of single runs, and takes it from no parameter, where %s', (_, keyOf) => {
    const rows = sobolIndices(design, playWithChance(design, 2, noisy, keyOf), seed);
    expectNear(estimatesOf(rows, 'chance'), [deviation ** 2 / all], 0.02);
    expectNear(estimatesOf(rows, 'first'), sharesOf(ishigami.first), 0.03);
    expectNear(estimatesOf(rows, 'total'), sharesOf(ishigami.total), 0.03);
    expectCovered(rowsOf(rows, 'chance'), [deviation ** 2 / all]);
    expectCovered(rowsOf(rows, 'first'), sharesOf(ishigami.first));
    expectCovered(rowsOf(rows, 'total'), sharesOf(ishigami.total));
    expect(rowsOf(rows, 'chance')[0].parameter).toBe('chance');
  });

  it('has all of it where parameters only scale what is drawn', () => {
    const scaled = playWithChance(
      design,
      3,
      ([x], chance) => (x + 4) * chance,
      (row) => Math.floor(row / design.rowsPerBase),
    );
    const rows = sobolIndices(design, scaled, seed);
    expectNear(estimatesOf(rows, 'total'), [0, 0, 0], 0.03);
    expectNear(estimatesOf(rows, 'chance'), [1], 0.05);
    expectCovered(rowsOf(rows, 'chance'), [1]);
  });

  it('stands inside the total orders where each point was played once', () => {
    const once = sobolIndices(
      design,
      playWithChance(design, 1, noisy, (row) => row),
      seed,
    );
    const inflated = ishigami.total.map((part) => (part * ishigami.variance + deviation ** 2) / all);
    expectNear(estimatesOf(once, 'total'), inflated, 0.04);
  });

  it('is nothing in a model without chance', () => {
    const rows = sobolIndices(
      design,
      playWithChance(design, 2, ishigami.valueAt, () => 0),
      seed,
    );
    expect(estimatesOf(rows, 'chance')).toEqual([0]);
    expect(estimatesOf(rows, 'total').map((value) => value.toFixed(10))).toEqual(
      estimatesOf(indicesOf(ishigami), 'total').map((value) => value.toFixed(10)),
    );
  });
});

describe('failed runs', () => {
  const design = saltelliDesign(ishigami.axes, 128, seed);
  const whole = play(design, ishigami.valueAt);
  const without = (...failed: readonly number[]): RowOutcomes => ({
    ...whole,
    values: whole.values.map((value, row) => (failed.includes(row) ? Number.NaN : value)),
  });

  it('leave out their base and no other, however many of it failed', () => {
    const last = 127 * 5;
    const rows = sobolIndices(design, without(last, last + 4), seed);
    const shorter = saltelliDesign(ishigami.axes, 127, seed);
    const expected = sobolIndices(shorter, play(shorter, ishigami.valueAt), seed);
    expect(rows.map(({ estimate, lo, hi }) => [estimate, lo, hi])).toEqual(
      expected.map(({ estimate, lo, hi }) => [estimate, lo, hi]),
    );
    expect(rows[0]).toMatchObject({
      nBase: 127,
      nRuns: 640,
      nFailed: 1,
      level: 0.95,
      outcome: 'y',
      method: 'sobol',
    });
  });

  it('leave nothing to say where fewer than two bases are whole', () => {
    const rows = sobolIndices(design, without(...Array.from({ length: 127 }, (_, base) => base * 5)), seed);
    expect(rows).toHaveLength(6);
    for (const row of rows)
      expect(row).toMatchObject({
        estimate: null,
        lo: null,
        hi: null,
        nBase: 1,
        nFailed: 127,
        converged: false,
      });
  });

  it('are not the same as rows that nobody played', () => {
    const short = { ...whole, values: whole.values.slice(1) };
    expect(() => sobolIndices(design, short, seed)).toThrow(
      '639 values of y for 640 points with 1 replicates',
    );
  });
});

describe('an outcome that never varies', () => {
  it('has no shares, since there is nothing to share', () => {
    const design = saltelliDesign(ishigami.axes, 16, seed);
    const rows = sobolIndices(
      design,
      play(design, () => 3),
      seed,
    );
    for (const row of rows)
      expect(row).toMatchObject({ estimate: null, lo: null, hi: null, converged: false });
  });
});

describe('an outcome in other units', () => {
  it('has the same shares, far from zero too', () => {
    const design = saltelliDesign(ishigami.axes, 64, seed);
    const of = (valueAt: KnownFunction['valueAt']) => sobolIndices(design, play(design, valueAt), seed);
    const scaled = of((x) => 1e6 + 1000 * ishigami.valueAt(x));
    expectNear(estimatesOf(scaled, 'first'), estimatesOf(of(ishigami.valueAt), 'first'), 1e-9);
  });
});
