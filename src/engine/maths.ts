import { makeMathsTables } from './maths-tables.ts';

/**
 * exp, ln and pow with equal bits on every JavaScript engine, which the language does not promise for Math.exp,
 * Math.log, Math.pow and `**`: only + - * /, comparisons and views of a double's bits are used.
 *
 * Method: table-driven reduction (Tang, P. T. P. 1989, 1990, ACM Transactions on Mathematical Software 15(2), 16(4)),
 * with sums and products kept in two doubles where one would lose digits (Dekker 1971). Our own writing, so no licence
 * but ours. Errors stay below 0.52 units in the last place (tests compare with whole-number arithmetic).
 *
 * Why not a library: `@stdlib/math-base-special-*` gives the same promise but brings dozens of packages for three
 * functions, and its exp, called some 5,000 times in a month of the model, cannot be inlined as this one is.
 */

// Local names, so that the compiler sees constants where an import would be looked up at every call.
const { rootOfTwo, rootOfTwoTail, powerOfTwo, inverse, lnHigh, lnLow, ln2High, ln2Low, stepHigh, stepLow } =
  makeMathsTables();

/** Added and taken away again, it rounds a double below 2^51 to the nearest whole number. */
const roundingShift = 6755399441055744;
/** 128 / ln 2. */
const stepsPerUnit = 184.6649652337873;

/**
 * e^x. Infinity above 709.78, 0 below -745.13, subnormal between that and -708.39; NaN for NaN.
 * x = (128 k + i) ln2/128 + r, so e^x = 2^k 2^(i/128) e^r with |r| below 0.0028 and a short series for e^r.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expAtTheEdge(x);
  const whole = x * stepsPerUnit + roundingShift - roundingShift;
  const step = whole | 0;
  const i = step & 127;
  const r = x - whole * stepHigh - whole * stepLow;
  const rr = r * r;
  const rest = rootOfTwoTail[i] + r + rr * (0.5 + r * (1 / 6) + rr * (1 / 24 + r * (1 / 120)));
  const scale = rootOfTwo[i] * powerOfTwo[(step >> 7) + 1074];
  return scale + scale * rest;
}

/** exp where the result may overflow, be subnormal, or x is no number. Kept apart so that `exp` stays small. */
function expAtTheEdge(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  return expOfSum(x, 0);
}

/** e^(x + small) for x from -746 to 710 and |small| well below 1; rounds once more where the result is subnormal. */
function expOfSum(x: number, small: number): number {
  const whole = x * stepsPerUnit + roundingShift - roundingShift;
  const step = whole | 0;
  const i = step & 127;
  const k = step >> 7;
  const r = x - whole * stepHigh - whole * stepLow + small;
  const rr = r * r;
  const rest = rootOfTwoTail[i] + r + rr * (0.5 + r * (1 / 6) + rr * (1 / 24 + r * (1 / 120)));
  const mantissa = rootOfTwo[i] + rootOfTwo[i] * rest;
  if (k > 1023) return mantissa * 2 * powerOfTwo[2097];
  if (k < -1074) return mantissa * 0.5 * powerOfTwo[0];
  return mantissa * powerOfTwo[k + 1074];
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** Where the sign and exponent stand: word 1 on little-endian machines, word 0 on the others. */
const highWord = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

const smallestNormal = 2.2250738585072014e-308;

/** How far the high half of a normal x > 0 lies above that of 0.6875: exponent from bit 20 up, interval in bits 13 to 19. */
function reach(x: number): number {
  bits[0] = x;
  return words[highWord] - 0x3fe60000;
}

/**
 * Natural logarithm. -Infinity at 0 (either sign), NaN below 0 and for NaN, Infinity at Infinity, exactly 0 at 1.
 * x = 2^k m, m in [0.6875, 1.375); c near 1/m; ln x = k ln2 - ln c + ln(1 + r), r = m c - 1, |r| at most 1/128.
 */
export function ln(x: number): number {
  if (!(x >= smallestNormal && x < Number.POSITIVE_INFINITY)) return lnAtTheEdge(x);
  const offset = reach(x);
  const k = offset >> 20;
  const i = (offset >> 13) & 127;
  const m = x * powerOfTwo[1074 - k];
  const spread = 134217729 * m;
  const mHigh = spread - (spread - m);
  const r = mHigh * inverse[i] - 1 + (m - mHigh) * inverse[i];
  const far = k * ln2High + lnHigh[i];
  const sum = far + r;
  return sum + (far - sum + r + (k * ln2Low + lnLow[i] + r * r * (r * lnSeries(r) - 0.5)));
}

function lnAtTheEdge(x: number): number {
  if (x > 0 && x < smallestNormal) return lnInTwo(x) + lowPart[0];
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}

/** (ln(1 + r) - r + r^2/2) / r^3 for |r| at most 1/128; in pairs, so that a processor can work on several at once. */
function lnSeries(r: number): number {
  const rr = r * r;
  const last = 1 / 7 - r * (1 / 8) + rr * (1 / 9 - r * (1 / 10));
  return 1 / 3 - r * (1 / 4) + rr * (1 / 5 - r * (1 / 6) + rr * last);
}

/** Second double of the last logarithm taken; a typed array, since a `let` would allocate. */
const lowPart = new Float64Array(1);

/** First double of ln x for finite x > 0; the second is left in `lowPart`. Together exact to about 2^-66 of the result. */
function lnInTwo(x: number): number {
  const subnormal = x < smallestNormal;
  const normal = subnormal ? x * 18014398509481984 : x;
  const offset = reach(normal);
  const shift = offset >> 20;
  const i = (offset >> 13) & 127;
  const m = normal * powerOfTwo[1074 - shift];
  const k = subnormal ? shift - 54 : shift;
  const c = inverse[i];

  // r + rLow = m c - 1 without error: m in halves of 26 digits, c has 10.
  const spread = 134217729 * m;
  const mHigh = spread - (spread - m);
  const rough = mHigh * c - 1;
  const fine = (m - mHigh) * c;
  const r = rough + fine;
  const back = r - rough;
  const rLow = rough - (r - back) + (fine - back);

  // square + squareLow = r r.
  const rSpread = 134217729 * r;
  const rHigh = rSpread - (rSpread - r);
  const rRest = r - rHigh;
  const square = r * r;
  const squareLow = rHigh * rHigh - square + 2 * rHigh * rRest + rRest * rRest;

  const far = k * ln2High + lnHigh[i];
  const sum = far + r;
  const sumLow = far - sum + r;
  const high = sum - 0.5 * square;
  const highLow = sum - high - 0.5 * square;
  lowPart[0] =
    r * square * lnSeries(r) +
    (k * ln2Low + lnLow[i] - 0.5 * squareLow + (rLow - r * rLow)) +
    (sumLow + highLow);
  return high;
}

/**
 * x to the power y, as IEEE 754 has it: pow(x, 0) and pow(1, y) are 1 even for NaN and infinite y (where JavaScript's
 * `**` says NaN for pow(1, NaN)); pow(x, 1) is x; a negative x wants a whole y, else NaN; 0 and infinities keep their sign
 * for odd y. Where the exact result is a double, the result is exact.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = x < 0 ? -x : x;
  const sign = (x < 0 || 1 / x < 0) && isOdd(y) ? -1 : 1;
  if (x < 0 && size !== Number.POSITIVE_INFINITY && !isWhole(y)) return Number.NaN;
  if (size === 1) return sign;
  if (size === 0) return sign * (y > 0 ? 0 : Number.POSITIVE_INFINITY);
  if (size === Number.POSITIVE_INFINITY) return sign * (y > 0 ? size : 0);
  return sign * powOfPositive(size, y);
}

/** x^y for finite x > 0 other than 1 and y other than 0. */
function powOfPositive(x: number, y: number): number {
  // Past 2e19 even the double next to 1 leaves the range; the halves below would overflow.
  if (y > 2e19) return x > 1 ? Number.POSITIVE_INFINITY : 0;
  if (y < -2e19) return x > 1 ? 0 : Number.POSITIVE_INFINITY;
  const high = lnInTwo(x);
  const product = y * high;
  if (product > 710) return Number.POSITIVE_INFINITY;
  if (product < -746) return 0;
  const ySpread = 134217729 * y;
  const yHigh = ySpread - (ySpread - y);
  const spread = 134217729 * high;
  const half = spread - (spread - high);
  const lost =
    yHigh * half - product + yHigh * (high - half) + (y - yHigh) * half + (y - yHigh) * (high - half);
  return expOfSum(product, lost + y * lowPart[0]);
}

function isWhole(y: number): boolean {
  return Math.floor(y) === y;
}

/** True for odd whole numbers; every double from 2^53 up is even. */
function isOdd(y: number): boolean {
  return isWhole(y) && y - 2 * Math.floor(y / 2) === 1;
}
