/** Binary digits after the point of the whole numbers below: twice what a double holds. */
const digits = 112n;
const one = 1n << digits;
/** 2^-42: whole multiples of it stay exact in a double up to 2048. */
const grid = 1n << (digits - 42n);

/** Intervals of a factor of 2 in both tables. */
const steps = 128;

/** What exp, ln and pow look up. */
export interface MathsTables {
  /** 2^(i/128), nearest double, i from 0 to 127. */
  readonly rootOfTwo: Float64Array;
  /** What `rootOfTwo` lost to rounding, as a share of itself. */
  readonly rootOfTwoTail: Float64Array;
  /** 2^k for k from -1074 to 1023, at index k + 1074. Exact. */
  readonly powerOfTwo: Float64Array;
  /** Near 1/m for m in interval i of [0.6875, 1.375): a multiple of 1/512, and 1 beside m = 1. */
  readonly inverse: Float64Array;
  /** -ln(inverse) down to a multiple of 2^-42. */
  readonly lnHigh: Float64Array;
  /** What `lnHigh` leaves out. */
  readonly lnLow: Float64Array;
  /** ln 2 down to a multiple of 2^-42. */
  readonly ln2High: number;
  /** What `ln2High` leaves out. */
  readonly ln2Low: number;
  /** ln 2 / 128 down to a multiple of 2^-42. */
  readonly stepHigh: number;
  /** What `stepHigh` leaves out. */
  readonly stepLow: number;
}

/**
 * The tables behind exp, ln and pow, made from whole numbers of 112 binary digits in about two milliseconds: every
 * JavaScript engine gets the same bits, and nobody has to trust a page of digits.
 */
export function makeMathsTables(): MathsTables {
  const ln2 = lnOfRatio(2n, 1n);
  return {
    ...makeRoots(),
    powerOfTwo: makePowers(),
    ...makeLogarithms(),
    ln2High: floorToGrid(ln2),
    ln2Low: nearest(modulo(ln2, grid)),
    stepHigh: floorToGrid(ln2 / 128n),
    stepLow: nearest(modulo(ln2 / 128n, grid)),
  };
}

/** The fixed-point number as the nearest double. */
function nearest(fixed: bigint): number {
  return Number(fixed) / Number(one);
}

function modulo(fixed: bigint, divisor: bigint): bigint {
  return ((fixed % divisor) + divisor) % divisor;
}

function floorToGrid(fixed: bigint): number {
  return nearest(fixed - modulo(fixed, grid));
}

/** Square root, by Newton's iteration from above. */
function squareRoot(fixed: bigint): bigint {
  const square = fixed << digits;
  let root = 2n * one;
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** ln(top / bottom) = 2 artanh((top - bottom) / (top + bottom)), as its power series. */
function lnOfRatio(top: bigint, bottom: bigint): bigint {
  const z = (one * (top - bottom)) / (top + bottom);
  const zz = (z * z) >> digits;
  let sum = 0n;
  let power = z;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * zz) >> digits;
  }
  return 2n * sum;
}

function makeRoots(): Pick<MathsTables, 'rootOfTwo' | 'rootOfTwoTail'> {
  const rootOfTwo = new Float64Array(steps);
  const rootOfTwoTail = new Float64Array(steps);
  let root = 2n * one;
  for (let halvings = 0; halvings < 7; halvings++) root = squareRoot(root);
  let power = one;
  for (let i = 0; i < steps; i++) {
    rootOfTwo[i] = nearest(power);
    // A double from 1 to 2 times 2^52 is whole.
    const kept = BigInt(rootOfTwo[i] * 4503599627370496) * (one >> 52n);
    rootOfTwoTail[i] = Number(power - kept) / Number(power);
    power = (power * root) >> digits;
  }
  return { rootOfTwo, rootOfTwoTail };
}

function makePowers(): Float64Array {
  const powers = new Float64Array(2098);
  powers[1074] = 1;
  for (let at = 1075; at <= 2097; at++) powers[at] = 2 * powers[at - 1];
  for (let at = 1073; at >= 0; at--) powers[at] = powers[at + 1] / 2;
  return powers;
}

function makeLogarithms(): Pick<MathsTables, 'inverse' | 'lnHigh' | 'lnLow'> {
  const inverse = new Float64Array(steps);
  const lnHigh = new Float64Array(steps);
  const lnLow = new Float64Array(steps);
  for (let i = 0; i < steps; i++) {
    // Intervals are 1/256 wide below 1 and 1/128 above, as the top seven digits of a double cut them.
    const middle = i < 80 ? 0.6875 + (i + 0.5) / 256 : 1 + (i - 79.5) / 128;
    const besideOne = i === 79 || i === 80;
    const whole = besideOne ? 512 : Math.round(512 / middle);
    const ln = lnOfRatio(512n, BigInt(whole));
    inverse[i] = whole / 512;
    lnHigh[i] = floorToGrid(ln);
    lnLow[i] = nearest(modulo(ln, grid));
  }
  return { inverse, lnHigh, lnLow };
}
