import type { OutcomeProgress } from '../study/outcome-progress.ts';
import { foldBins } from '../study/running-bins.ts';

/** How an outcome's runs are spread, as bars of equal width from `low` to `high`. */
export interface SpreadFigure {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** Runs in each bar, from the lowest values on. */
  readonly counts: readonly number[];
  readonly most: number;
}

/** The spread in at most `bars` bars, 2 or more; undefined as long as there is no run. */
export function outcomeSpread({ spread, mean }: OutcomeProgress, bars: number): SpreadFigure | undefined {
  if (spread.counts.length === 0) return undefined;
  const { width, first, counts } = foldBins(spread, bars);
  const low = first * width;
  return { low, high: low + counts.length * width, mean, counts, most: Math.max(...counts) };
}
