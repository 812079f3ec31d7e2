import { exp, ln } from '../../engine/maths.ts';
import { inverseNormal, normalProbability } from './inverse-normal.ts';

/**
 * One thing that a study varies and how likely its values are. `values`: each as likely as the next; `loguniform`: its logarithm is uniform, lo above 0;
 * `normal`: cut at lo and hi where they are given (a truncated normal: what lies outside is spread over the inside, not heaped at the bounds).
 */
export type Axis = { readonly name: string } & (
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'uniform' | 'loguniform'; readonly lo: number; readonly hi: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly deviation: number;
      readonly lo?: number;
      readonly hi?: number;
    }
  | { readonly kind: 'triangular'; readonly lo: number; readonly mode: number; readonly hi: number }
);

type Normal = Extract<Axis, { readonly kind: 'normal' }>;
type Triangular = Extract<Axis, { readonly kind: 'triangular' }>;

/**
 * The value below which the axis lies with probability u, for u from 0, included, to 1, excluded; never outside the axis's bounds.
 * For `values` u falls in one of as many equal cells as there are values. The same bits on every machine.
 */
export function quantile(axis: Axis, u: number): number {
  switch (axis.kind) {
    case 'values':
      return axis.values[Math.floor(u * axis.values.length)];
    case 'uniform':
      return between(axis.lo, axis.hi, axis.lo + u * (axis.hi - axis.lo));
    case 'loguniform':
      return between(axis.lo, axis.hi, exp(ln(axis.lo) + u * (ln(axis.hi) - ln(axis.lo))));
    case 'normal':
      return normalQuantile(axis, u);
    case 'triangular':
      return triangularQuantile(axis, u);
  }
}

/** Rounding may carry a value past its bounds by one digit; a model that checks them would refuse it. */
function between(lo: number, hi: number, value: number): number {
  return Math.min(hi, Math.max(lo, value));
}

/** u = 0 would be minus infinity where the axis has no lower bound. */
const smallestShare = 2 ** -54;
/** Bounds of what `inverseNormal` takes. */
const smallestProbability = Number.MIN_VALUE;
const largestProbability = 1 - 2 ** -53;

/** Where only the upper tail is left, its mirror is used: probabilities near 1 have lost their digits. */
function normalQuantile({ mean, deviation, lo = -Infinity, hi = Infinity }: Normal, u: number): number {
  const from = (lo - mean) / deviation;
  const to = (hi - mean) / deviation;
  const standard = from > 0 ? -truncated(-to, -from, 1 - u) : truncated(from, to, u);
  return between(lo, hi, mean + deviation * standard);
}

function truncated(from: number, to: number, u: number): number {
  const below = normalProbability(from);
  const p = below + Math.max(smallestShare, u) * (normalProbability(to) - below);
  return inverseNormal(Math.min(largestProbability, Math.max(smallestProbability, p)));
}

function triangularQuantile({ lo, mode, hi }: Triangular, u: number): number {
  const width = hi - lo;
  if (width === 0) return lo;
  const belowMode = (mode - lo) / width;
  const value =
    u < belowMode ? lo + Math.sqrt(u * width * (mode - lo)) : hi - Math.sqrt((1 - u) * width * (hi - mode));
  return between(lo, hi, value);
}
