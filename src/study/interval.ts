import type { PairMoments } from './moments.ts';
import { studentT } from './student-t.ts';

/** Share of studies whose interval holds the truth, for every printed interval. */
export const confidence = 0.95;

/** An estimate with its bounds; the bounds are null where one number tells nothing of its spread. */
export interface Interval {
  readonly estimate: number;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly n: number;
}

/** Mean of independent numbers with Student's 95% interval; no bounds for fewer than two. `numbers` has at least one. */
export function meanInterval(numbers: ArrayLike<number>): Interval {
  const estimate = meanOf(numbers);
  return bounded(estimate, Math.sqrt(varianceOf(numbers) / numbers.length), numbers.length);
}

/** The same from counted sums, for numbers too many to keep: mean and sum of squared distances from it. `level` above 0, below 1. */
export function momentsInterval(n: number, mean: number, squares: number, level = confidence): Interval {
  return bounded(mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n), n, level);
}

/**
 * Ratio of two means of pairs, top over bottom, with a 95% interval by linearisation (Cochran 1977, 6.4): the spread of top - ratio * bottom.
 * Undefined where the bottom's mean is 0.
 */
export function ratioInterval(top: ArrayLike<number>, bottom: ArrayLike<number>): Interval | undefined {
  const below = meanOf(bottom);
  if (below === 0) return undefined;
  const ratio = meanOf(top) / below;
  const rest = Array.from(top, (value, pair) => value - ratio * bottom[pair]);
  return bounded(ratio, Math.sqrt(varianceOf(rest) / rest.length) / Math.abs(below), rest.length);
}

/** The same from counted sums of pairs: mean y over mean x. */
export function ratioOfMoments(pairs: PairMoments, at: number, level = confidence): Interval | undefined {
  const { n, meanX, meanY, xx, yy, xy } = pairs;
  if (meanX[at] === 0) return undefined;
  const ratio = meanY[at] / meanX[at];
  const squares = Math.max(0, yy[at] - 2 * ratio * xy[at] + ratio * ratio * xx[at]);
  const { lo, hi } = momentsInterval(n, 0, squares, level);
  if (lo === null || hi === null) return { estimate: ratio, lo, hi, n };
  const reach = hi / Math.abs(meanX[at]);
  return { estimate: ratio, lo: ratio - reach, hi: ratio + reach, n };
}

/** Arithmetic mean; at least one number. */
export function meanOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at];
  return sum / numbers.length;
}

/** Variance of a sample (n - 1); 0 for one number, and exactly 0 for equal numbers. */
export function varianceOf(numbers: ArrayLike<number>): number {
  const first = numbers[0];
  const shifted = Float64Array.from(numbers, (value) => value - first);
  const mean = meanOf(shifted);
  const squares = shifted.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return numbers.length < 2 ? 0 : squares / (numbers.length - 1);
}

function bounded(estimate: number, error: number, n: number, level = confidence): Interval {
  if (n < 2) return { estimate, lo: null, hi: null, n };
  const reach = studentT(n - 1, level) * error;
  return { estimate, lo: estimate - reach, hi: estimate + reach, n };
}
