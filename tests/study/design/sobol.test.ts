import { describe, expect, it } from 'vitest';
import { joeKuoNumbers } from '../../../src/study/design/joe-kuo-numbers.ts';
import { mostSobolPoints, scrambledSobol, sobolWord } from '../../../src/study/design/sobol.ts';

const unit = 2 ** 32;
const plain = (axis: number, point: number): number => sobolWord(axis, point) / unit;
const scrambled = scrambledSobol(8, mostSobolPoints, 7);
const coordinate = (axis: number, point: number): number => scrambled.at(point)[axis];
const degreeOf = (axis: number): number => (axis === 0 ? 1 : joeKuoNumbers[axis - 1].length);

/** Points in each of 2^across x 2^up equal boxes of two axes, over the block of 2^m points that starts at `from`. */
function countBoxes(
  at: (axis: number, point: number) => number,
  [first, second]: readonly [number, number],
  [across, up]: readonly [number, number],
  { from, m }: { readonly from: number; readonly m: number },
): Set<number> {
  const counts = new Array<number>(2 ** (across + up)).fill(0);
  for (let point = from; point < from + 2 ** m; point++)
    counts[Math.floor(at(first, point) * 2 ** across) * 2 ** up + Math.floor(at(second, point) * 2 ** up)]++;
  return new Set(counts);
}

describe('the direction numbers', () => {
  it('are odd and below 2^k, as many as the degree of a polynomial that has the constant 1', () => {
    expect(joeKuoNumbers).toHaveLength(160);
    for (const [polynomial, ...initial] of joeKuoNumbers) {
      expect(polynomial & 1).toBe(1);
      expect(initial).toHaveLength(31 - Math.clz32(polynomial));
      initial.forEach((m, at) => {
        expect(m % 2).toBe(1);
        expect(m).toBeLessThan(2 ** (at + 1));
      });
    }
  });

  it('stand by every primitive polynomial of degrees 1 to 9 once and by primitive ones of degree 10', () => {
    const perDegree = new Array<number>(11).fill(0);
    for (const [polynomial] of joeKuoNumbers) {
      const degree = 31 - Math.clz32(polynomial);
      expect(orderOfX(polynomial, degree), `polynomial ${polynomial}`).toBe(2 ** degree - 1);
      perDegree[degree]++;
    }
    // Euler's phi(2^d - 1) / d polynomials of degree d are primitive.
    expect(perDegree).toEqual([0, 1, 1, 2, 2, 6, 6, 18, 16, 48, 60]);
    expect(new Set(joeKuoNumbers.map(([polynomial]) => polynomial)).size).toBe(160);
  });

  it('have property A in up to 30 dimensions: the first 2^d points fall into the 2^d halves of the cube', () => {
    // Sobol' 1976: so it is where the first digits of v_1 .. v_d over d axes are independent.
    const firstDigits = Array.from({ length: 30 }, (_, axis) =>
      Array.from({ length: 30 }, (_, k) => directionNumber(axis, k) >= 2 ** 31).reduce(
        (row, isSet, k) => (isSet ? row + 2 ** k : row),
        0,
      ),
    );
    for (let d = 1; d <= 30; d++)
      expect(rankOf(firstDigits.slice(0, d).map((row) => row % 2 ** d)), `${d} dimensions`).toBe(d);
  });
});

describe('Sobol’s sequence', () => {
  it('begins as in SciPy', () => {
    // As SciPy 1.17.1 has it: qmc.Sobol(5, scramble=False).
    const points = Array.from({ length: 8 }, (_, point) => [0, 1, 2, 3, 4].map((axis) => plain(axis, point)));
    expect(points).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ]);
  });

  it.each([
    [2 ** 20, 331262651],
    [715827882, 583591105],
  ])('has at point %d the coordinates of all 161 axes that SciPy 1.17.1 has', (point, sum) => {
    const weighted = Array.from(
      { length: 161 },
      (_, axis) => BigInt(sobolWord(axis, point)) * BigInt(axis + 1),
    );
    expect(Number(weighted.reduce((total, term) => total + term) % 1_000_000_007n)).toBe(sum);
  });

  it('has at point 2^20 these coordinates, where signed arithmetic goes wrong', () => {
    expect([0, 1, 2, 3].map((axis) => sobolWord(axis, 2 ** 20))).toEqual([
      6144, 2013296640, 2918742016, 3579623424,
    ]);
  });

  it.each([
    ['plain', plain],
    ['scrambled', coordinate],
  ])('is %s in one point a cell of every axis in every block of a power of two', (_, at) => {
    for (const [from, m] of [
      [0, 0],
      [0, 8],
      [256, 8],
      [3 * 64, 6],
      [2 ** 20, 7],
      [2 ** 30 - 2 ** 6, 6],
    ])
      for (let axis = 0; axis < 8; axis++)
        expect(countBoxes(at, [axis, axis], [m, 0], { from, m }), `${from} ${m} ${axis}`).toEqual(
          new Set([1]),
        );
  });

  it.each([
    ['plain', plain],
    ['scrambled', coordinate],
  ])('is %s a (t,m,2)-net in each pair of axes, t the sum of the degrees less 2', (_, at) => {
    const m = 9;
    for (let first = 0; first < 5; first++)
      for (let second = first + 1; second < 6; second++) {
        const t = degreeOf(first) + degreeOf(second) - 2;
        for (let across = 0; across <= m - t; across++)
          expect(
            countBoxes(at, [first, second], [across, m - t - across], { from: 2 ** m, m }),
            `${first} ${second} ${across}`,
          ).toEqual(new Set([2 ** t]));
      }
  });
});

describe('the scrambled sequence', () => {
  it('keeps its points when it grows, in points or in axes', () => {
    const small = scrambledSobol(3, 10, 42);
    const large = scrambledSobol(9, 5000, 42);
    for (let point = 0; point < 10; point++) expect(large.at(point).slice(0, 3)).toEqual(small.at(point));
  });

  it('is another for another seed, and each axis is scrambled in its own way', () => {
    const one = scrambledSobol(2, 64, 1);
    const two = scrambledSobol(2, 64, 2);
    const words = Array.from({ length: 64 }, (_, point) => one.at(point));
    expect(words.filter((point, at) => point[0] === two.at(at)[0])).toEqual([]);
    // At point 0 and 1 all plain axes agree.
    expect(one.at(0)[0]).not.toBe(one.at(0)[1]);
  });

  it('stands on odd multiples of 2^-33, so that neither 0 nor 1 is ever reached', () => {
    for (const u of scrambled.at(12_345)) expect((u * 2 ** 33) % 2).toBe(1);
  });

  it('stays inside 0 and 1', () => {
    for (let point = 0; point < 2048; point++)
      for (const u of scrambled.at(point)) {
        expect(u).toBeGreaterThan(0);
        expect(u).toBeLessThan(1);
      }
  });

  it('puts a point anywhere: over seeds it is uniform on every axis and independent between points', () => {
    const seeds = 2000;
    const cells = new Array<number>(16).fill(0);
    for (let seed = 0; seed < seeds; seed++) {
      const { at } = scrambledSobol(2, 4, seed);
      // Points 0 and 1 lie in other halves; which quarter each has there is left to chance.
      const [a, b] = [at(0)[1], at(1)[1]];
      cells[Math.floor(a * 4) * 4 + Math.floor(b * 4)]++;
    }
    const open = cells.filter((count) => count > 0);
    expect(open).toHaveLength(8);
    for (const count of open) expect(Math.abs(count - seeds / 8)).toBeLessThan(4 * Math.sqrt(seeds / 8));
  });

  it('refuses more axes and more points than it is right for, both in one report', () => {
    expect(() => scrambledSobol(162, 2 ** 30 + 1, 1)).toThrow(/162 dimensions[\s\S]*1073741825 points/);
    expect(() => scrambledSobol(2, 4, 1).at(4)).toThrow('point 4 of a design of 4 points');
  });
});

/** v_{k + 1} of an axis, by which points 2^k - 1 and 2^k differ. */
function directionNumber(axis: number, k: number): number {
  return (sobolWord(axis, 2 ** k - 1) ^ sobolWord(axis, 2 ** k)) >>> 0;
}

/** Smallest n with x^n = 1 modulo the polynomial over two elements. */
function orderOfX(polynomial: number, degree: number): number {
  const step = (power: number): number => {
    const shifted = power << 1;
    return shifted >>> degree === 1 ? shifted ^ polynomial : shifted;
  };
  let power = step(1);
  let order = 1;
  for (; power !== 1 && order < 2 ** degree; order++) power = step(power);
  return order;
}

/** Rank of a matrix over two elements, rows as bits of whole numbers below 2^31. */
function rankOf(rows: readonly number[]): number {
  const basis: number[] = [];
  for (const row of rows) {
    const rest = basis.reduce((left, pivot) => Math.min(left, left ^ pivot), row);
    if (rest !== 0) basis.push(rest);
  }
  return basis.length;
}
