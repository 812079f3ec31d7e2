import { percentile } from '../engine/percentile.ts';
import type { ComparedMeasure } from './compared-measures.ts';
import { meanOver, type Window } from './compared-sides.ts';
import type { PairedRuns } from './paired-runs.ts';

/** How differences of pairs of runs are spread: too few pairs to say, exactly none in any, or the range that holds the middle 90% of them. */
export type DifferenceSpread =
  | { readonly kind: 'few'; readonly pairs: number; readonly wanted: number }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      /** Ends included. */
      readonly includesZero: boolean;
    };

/** With fewer pairs the 5th and the 95th percentile are little more than the smallest and the largest difference. */
export const fewestPairs = 10;

/** For each pair the mean over the window of B - A; empty where the pairs do not keep the measure or do not reach over the window. */
export function pairDifferences(
  pairs: PairedRuns,
  { columns }: ComparedMeasure,
  { from, until }: Window,
  sign: 1 | -1,
): readonly number[] {
  const { firstMonth, months } = pairs;
  const places = columns.map((column) => pairs.columns.indexOf(column));
  if (places.includes(-1) || from < firstMonth || until >= firstMonth + months) return [];
  return pairs.scenario.map((scenario, pair) => {
    const baseline = pairs.baseline[pair];
    const less = (month: number, place: number): number => {
      const cell = place * months + month - firstMonth;
      return scenario[cell] - baseline[cell];
    };
    return meanOver({ from, until }, (month) =>
      places.reduce((sum, place) => sum + sign * less(month, place), 0),
    );
  });
}

/** The spread of pairs' differences, from the 5th to the 95th percentile once there are ten pairs. */
export function spreadOf(differences: readonly number[], wanted: number): DifferenceSpread {
  const pairs = differences.length;
  if (pairs < fewestPairs) return { kind: 'few', pairs, wanted };
  if (differences.every((difference) => difference === 0)) return { kind: 'none' };
  const sorted = Float64Array.from(differences).sort();
  const [low, high] = [percentile(sorted, 0.05), percentile(sorted, 0.95)];
  return { kind: 'range', low, high, includesZero: low <= 0 && high >= 0 };
}

/** The spread of a measure's mean differences over a window; too few pairs where none are there. */
export function spreadOver(
  pairs: PairedRuns | undefined,
  measure: ComparedMeasure,
  window: Window,
  sign: 1 | -1,
): DifferenceSpread {
  if (pairs === undefined) return { kind: 'few', pairs: 0, wanted: 0 };
  return spreadOf(pairDifferences(pairs, measure, window, sign), pairs.wanted);
}
