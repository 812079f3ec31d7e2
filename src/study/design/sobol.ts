import { InvalidInput } from '../../engine/problem.ts';
import { type DesignMatrix, requirePoint } from './design-matrix.ts';
import { joeKuoNumbers } from './joe-kuo-numbers.ts';
import { owenScramble } from './owen-scramble.ts';

/** Axes that there are direction numbers for. */
export const mostSobolDimensions = joeKuoNumbers.length + 1;
/** Points up to which the sequence is right: 2^30. */
export const mostSobolPoints = 2 ** 30;

/** Binary digits of a coordinate. */
const digits = 32;

/**
 * The first points of Sobol's sequence (Sobol' 1967) with the direction numbers of Joe and Kuo (2008), in the order of Antonov and Saleev (1979), scrambled
 * by nested uniform digits (Owen 1995). Every block of 2^m points from a multiple of 2^m on has one point in each of 2^m equal cells of every axis,
 * scrambled or not; a number of points that is no power of two is allowed and less even. More points keep the earlier ones, further axes too.
 * Coordinates are odd multiples of 2^-33, so never 0 or 1. Throws InvalidInput past the dimensions and points above.
 */
export function scrambledSobol(dimensions: number, points: number, seed: number): DesignMatrix {
  refuseTooLarge(dimensions, points);
  const axes = Array.from({ length: dimensions }, (_, axis) => ({
    directions: directionsOf(axis),
    scramble: owenScramble(seed, axis),
  }));
  return {
    points,
    at: (point) => {
      requirePoint(point, points);
      return axes.map(
        ({ directions, scramble }) => (scramble(wordAt(directions, point)) + 0.5) / 2 ** digits,
      );
    },
  };
}

/**
 * The unscrambled coordinate of a point on an axis, both from 0, as a whole number of 2^-32: point 0 is 0 on every axis, point 1 one half.
 * Axis below `mostSobolDimensions`, point below `mostSobolPoints`.
 */
export function sobolWord(axis: number, point: number): number {
  return wordAt(directionsOf(axis), point);
}

/** Gray code: two neighbours differ by one direction number. */
function wordAt(directions: Uint32Array, point: number): number {
  let word = 0;
  for (let gray = (point ^ (point >>> 1)) >>> 0, k = 0; gray !== 0; gray >>>= 1, k++)
    if ((gray & 1) === 1) word ^= directions[k];
  return word >>> 0;
}

/** v_1 .. v_32 of an axis, digits from the left: m_k / 2^k. The first axis has every m_k = 1 (van der Corput). */
function directionsOf(axis: number): Uint32Array {
  const directions = new Uint32Array(digits);
  const [polynomial, ...initial] = axis === 0 ? [0] : joeKuoNumbers[axis - 1];
  for (let k = 0; k < digits; k++) {
    const m = axis === 0 ? 1 : initial[k];
    directions[k] = m === undefined ? recur(directions, polynomial, k) : m * 2 ** (digits - 1 - k);
  }
  return directions;
}

/** v_k from the s before it, s the polynomial's degree: Bratley and Fox (1988), Algorithm 659, ACM TOMS 14, equation 2. */
function recur(directions: Uint32Array, polynomial: number, k: number): number {
  const degree = 31 - Math.clz32(polynomial);
  let word = directions[k - degree] ^ (directions[k - degree] >>> degree);
  for (let back = 1; back < degree; back++)
    if (((polynomial >>> (degree - back)) & 1) === 1) word ^= directions[k - back];
  return word >>> 0;
}

function refuseTooLarge(dimensions: number, points: number): void {
  const problems = [];
  if (dimensions > mostSobolDimensions)
    problems.push({
      message: `A Sobol sequence of ${dimensions} dimensions was asked for, and there are direction numbers for ${mostSobolDimensions}. Vary fewer parameters, or choose latin-hypercube (for a sensitivity study, which takes two dimensions a parameter: morris).`,
    });
  if (points > mostSobolPoints)
    problems.push({
      message: `A Sobol sequence of ${points} points was asked for, and it is right up to ${mostSobolPoints}. Ask for fewer points.`,
    });
  if (problems.length > 0) throw new InvalidInput(problems);
}
