import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln, pow } from '../../src/engine/maths.ts';

/** Whole-number arithmetic with 200 binary digits after the point: the truth to compare with. */
const digits = 200n;
const one = 1n << digits;

function toFixed(x: number): bigint {
  let whole = x;
  let halvings = 0n;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings++;
  }
  return (BigInt(whole) << digits) >> halvings;
}

function trueExp(x: bigint): bigint {
  const small = x >> 20n;
  let sum = one;
  let term = one;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * small) >> digits) / n;
    sum += term;
  }
  for (let squaring = 0; squaring < 20; squaring++) sum = (sum * sum) >> digits;
  return sum;
}

/** Halley's iteration on trueExp. */
function trueLn(x: bigint, guess: number): bigint {
  let y = toFixed(guess);
  for (let step = 0; step < 3; step++) {
    const e = trueExp(y);
    y += (2n * (x - e) * one) / (x + e);
  }
  return y;
}

function unitInLastPlace(x: number): number {
  const bits = new Float64Array([Math.abs(x)]);
  new BigInt64Array(bits.buffer)[0] += 1n;
  return bits[0] - Math.abs(x);
}

/** How far `got` lies from the truth, in units of its last place. */
function errorOf(got: number, truth: bigint): number {
  const error = ((toFixed(got) - truth) * 1_000_000n) / toFixed(unitInLastPlace(got));
  return Math.abs(Number(error)) / 1e6;
}

const hex = (x: number) => new BigUint64Array(new Float64Array([x]).buffer)[0].toString(16).padStart(16, '0');
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Bits of a double, so that every size is as likely as every other. */
const anyPositive = fc
  .bigInt({ min: 1n, max: 0x7fefffffffffffffn })
  .map((bits) => new Float64Array(new BigInt64Array([bits]).buffer)[0]);

describe('exp', () => {
  it('lies within 0.52 units in the last place of the truth', () => {
    fc.assert(
      fc.property(fc.oneof(between(-30, 30), between(-1, 1), between(-0.01, 0.01)), (x) => {
        expect(errorOf(exp(x), trueExp(toFixed(x)))).toBeLessThan(0.52);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with Math.exp to two units over all doubles that neither overflow nor vanish', () => {
    fc.assert(
      fc.property(between(-745, 709.78), (x) => {
        expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(2 * unitInLastPlace(Math.exp(x)));
      }),
      { numRuns: 5000 },
    );
  });

  it('is 1 at 0, Infinity past 709.78, 0 below -745.13 and NaN for NaN', () => {
    expect([0, -0, 1e-300].map(exp)).toEqual([1, 1, 1]);
    expect([709.7827128933841, 1e9, Number.POSITIVE_INFINITY].map(exp)).toEqual(
      Array(3).fill(Number.POSITIVE_INFINITY),
    );
    expect([-745.14, -1e9, Number.NEGATIVE_INFINITY].map(exp)).toEqual([0, 0, 0]);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(exp(-745.13)).toBe(Number.MIN_VALUE);
  });

  it('never falls as x rises', () => {
    fc.assert(
      fc.property(between(-700, 700), (x) => {
        expect(exp(x + unitInLastPlace(x))).toBeGreaterThanOrEqual(exp(x));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('ln', () => {
  it('lies within 0.52 units in the last place of the truth, beside 1 too', () => {
    fc.assert(
      fc.property(fc.oneof(between(0.01, 20), between(0.99, 1.01), between(1, 1e9)), (x) => {
        fc.pre(x !== 1);
        expect(errorOf(ln(x), trueLn(toFixed(x), Math.log(x)))).toBeLessThan(0.52);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with Math.log to two units over all positive doubles', () => {
    fc.assert(
      fc.property(anyPositive, (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(2 * unitInLastPlace(Math.log(x)));
      }),
      { numRuns: 5000 },
    );
  });

  it('is exactly 0 at 1, -Infinity at 0, NaN below 0 and for NaN', () => {
    expect(Object.is(ln(1), 0)).toBe(true);
    expect([ln(0), ln(-0)]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect([ln(-1), ln(Number.NEGATIVE_INFINITY), ln(Number.NaN)]).toEqual(Array(3).fill(Number.NaN));
    expect(ln(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('pow', () => {
  it('lies within 0.52 units in the last place of the truth', () => {
    fc.assert(
      fc.property(between(0.05, 20), fc.oneof(between(-10, 10), between(-1, 1)), (x, y) => {
        fc.pre(x !== 1 && Math.abs(y) > 1e-9);
        const truth = trueExp((trueLn(toFixed(x), Math.log(x)) * toFixed(y)) >> digits);
        expect(errorOf(pow(x, y), truth)).toBeLessThan(0.52);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with ** to two units for any positive base and exponent', () => {
    fc.assert(
      fc.property(
        anyPositive,
        fc.oneof(between(-2, 2), between(-400, 400), fc.double({ noNaN: true })),
        (x, y) => {
          const expected = x ** y;
          fc.pre(Number.isFinite(expected) && x !== 1);
          expect(Math.abs(pow(x, y) - expected)).toBeLessThanOrEqual(2 * unitInLastPlace(expected));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is exact where the exact power is a double', () => {
    for (let base = 1n; base < 60n; base++)
      for (let exponent = 1n; exponent < 40n; exponent++) {
        const exact = base ** exponent;
        if (BigInt(Number(exact)) !== exact) continue;
        expect(pow(Number(base), Number(exponent))).toBe(Number(exact));
      }
    expect([pow(4, 0.5), pow(27, 1 / 3) <= 3, pow(2, -1074)]).toEqual([2, true, Number.MIN_VALUE]);
  });

  it('is what IEEE 754 says at 0, 1, infinities, NaN and negative bases', () => {
    const special = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      -3,
      1.5,
      1e300,
      -1e300,
      2 ** 53,
      2 ** 53 - 1,
      2 ** 70,
    ].concat([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.MIN_VALUE,
      1 - 2 ** -53,
    ]);
    for (const x of special)
      for (const y of special) {
        // JavaScript differs from IEEE 754 in these two alone.
        const exception = x === 1 ? 1 : x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY ? 1 : null;
        const expected = exception ?? x ** y;
        const got = pow(x, y);
        const near = Math.abs(got - expected) <= unitInLastPlace(expected);
        expect(Object.is(got, expected) || (expected !== 0 && near), `pow(${x}, ${y}) = ${got}`).toBe(true);
      }
  });

  it('gives 1 for the exponents 0 and -0 and the base itself for the exponent 1, whatever the base', () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect([pow(x, 0), pow(x, -0), pow(x, 1)]).toEqual([1, 1, x]);
      }),
    );
  });
});

describe('exp, ln and pow', () => {
  it('give these very bits on every engine', () => {
    expect([exp(1), exp(-13.7), exp(0.1), exp(300.3)].map(hex)).toEqual([
      '4005bf0a8b145769',
      '3eb2d4ded4836777',
      '3ff1aec7b35a00d4',
      '5b02e9c6cabf8f3f',
    ]);
    expect([ln(2), ln(0.1), ln(1.001), ln(123456.789)].map(hex)).toEqual([
      '3fe62e42fefa39ef',
      'c0026bb1bbb55515',
      '3f5060354f8c3cc4',
      '40277281cad8a844',
    ]);
    expect([pow(2, 0.5), pow(0.7, 0.4), pow(10, -3), pow(1.0001, 10_000)].map(hex)).toEqual([
      '3ff6a09e667f3bcd',
      '3febbecb03cabb82',
      '3f50624dd2f1a9fc',
      '4005bec34aabbfd3',
    ]);
  });
});
