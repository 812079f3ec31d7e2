import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, apportioned } from '../../src/engine/apportion.ts';

const weights = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 1000 }),
    fc.double({ min: 1e-12, max: 1e12, noNaN: true }),
  ),
  { minLength: 1, maxLength: 30 },
);
const cents = fc.maxSafeNat();
const sumOf = (parts: ArrayLike<number>) => Array.from(parts).reduce((sum, part) => sum + BigInt(part), 0n);

describe('apportion', () => {
  it('splits 100 cents over three equal weights as 34, 33, 33: a tie goes to the lowest index', () => {
    expect([...apportioned(100, [1, 1, 1])]).toEqual([34, 33, 33]);
    expect([...apportioned(101, [1, 1, 1])]).toEqual([34, 34, 33]);
  });

  it('gives the cent that is left to the largest remainder, not to the largest weight', () => {
    // Exact shares 4.7, 3.2, 2.1: floors leave one cent, and .7 is the largest remainder.
    expect([...apportioned(10, [47, 32, 21])]).toEqual([5, 3, 2]);
    // Exact shares 6.25, 2.75: .75 beats .25 of the larger weight.
    expect([...apportioned(9, [25, 11])]).toEqual([6, 3]);
  });

  it('makes parts that are whole, not negative, and add up to the total exactly', () => {
    fc.assert(
      fc.property(cents, weights, (total, list) => {
        fc.pre(list.some((weight) => weight > 0));
        const parts = apportioned(total, list);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
        expect(sumOf(parts)).toBe(BigInt(total));
      }),
    );
  });

  it('keeps every part within a cent of its exact share and gives nothing to a weight of 0', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), whole, (total, list) => {
        const sum = Number(sumOf(list));
        fc.pre(sum > 0);
        apportioned(total, list).forEach((part, i) => {
          // |part - total * weight / sum| < 1, in whole numbers.
          const distance = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(list[i]);
          expect(distance < BigInt(sum) && -distance < BigInt(sum)).toBe(true);
          if (list[i] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  it('gives each weight the same part in any order, where no remainders tie', () => {
    const list = [50, 21, 17, 9, 3];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (total, order) => {
          const remainders = list.map((weight) => (total * weight) % 100);
          fc.pre(new Set(remainders).size === list.length);
          const straight = apportioned(total, list);
          const shuffled = apportioned(
            total,
            order.map((at) => list[at]),
          );
          expect([...shuffled]).toEqual(order.map((at) => straight[at]));
        },
      ),
    );
  });

  it('does not change with the scale of the weights', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), weights, (total, list) => {
        fc.pre(list.some((weight) => weight > 0));
        const scaled = list.map((weight) => weight * 1024);
        expect([...apportioned(total, scaled)]).toEqual([...apportioned(total, list)]);
      }),
    );
  });

  it('writes only as many parts as there are weights', () => {
    const out = new Float64Array([9, 9, 9]);
    apportion(5, [1, 1], out);
    expect([...out]).toEqual([3, 2, 9]);
  });

  it('gives zeros for a total of 0, even without weights', () => {
    expect([...apportioned(0, [0, 0])]).toEqual([0, 0]);
    expect([...apportioned(0, [])]).toEqual([]);
  });

  it('refuses money without a weight, part cents, and weights that are negative or no number', () => {
    expect(() => apportioned(1, [0, 0])).toThrow('no weight above 0');
    expect(() => apportioned(1, [])).toThrow('no weight above 0');
    expect(() => apportioned(1.5, [1])).toThrow('whole cents');
    expect(() => apportioned(-1, [1])).toThrow('whole cents');
    expect(() => apportioned(2 ** 53, [1])).toThrow('whole cents');
    expect(() => apportioned(1, [1, -1])).toThrow('weight 1 is -1');
    expect(() => apportioned(1, [Number.NaN])).toThrow('weight 0 is NaN');
    expect(() => apportioned(1, [Number.POSITIVE_INFINITY])).toThrow('finite sum');
  });
});
