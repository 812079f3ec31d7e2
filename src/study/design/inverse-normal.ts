import { exp, ln } from '../../engine/maths.ts';

/** One polynomial in r over another, coefficients of the highest power first (Horner). */
function ratio(num: readonly number[], den: readonly number[], r: number): number {
  const horner = (sum: number, coefficient: number): number => sum * r + coefficient;
  return num.reduce(horner, 0) / den.reduce(horner, 0);
}

const middleTop = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const middleBottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const sideTop = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const sideBottom = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const tailTop = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const tailBottom = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/**
 * The number below which a standard normal one lies with probability p; p between 0 and 1, both excluded. Relative error about 1e-15.
 * Source: Wichura, M. J. (1988), "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37, PPND16.
 */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(middleTop, middleBottom, 0.180625 - q * q);
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const size = r <= 5 ? ratio(sideTop, sideBottom, r - 1.6) : ratio(tailTop, tailBottom, r - 5);
  return q < 0 ? -size : size;
}

const hartTop = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const hartBottom = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/**
 * Probability that a standard normal number lies below x, without losing the digits of a small one: absolute error below 1e-15, relative error below 1e-8 down to x = -37, where it becomes 0.
 * Source: Hart, J. F. et al. (1968), "Computer approximations", 5666, as arranged by West, G. (2005), "Better approximations to cumulative normal functions", Wilmott Magazine.
 * `normalBelow` of the engine is coarser: a truncated axis divides by differences of these.
 */
export function normalProbability(x: number): number {
  if (x > 0) return 1 - normalProbability(-x);
  const size = -x;
  if (size > 37) return 0;
  const density = exp((-size * size) / 2);
  if (size < 7.07106781186547) return density * ratio(hartTop, hartBottom, size);
  let fraction = size + 0.65;
  for (let k = 4; k >= 1; k--) fraction = size + k / fraction;
  return density / fraction / 2.506628274631;
}
