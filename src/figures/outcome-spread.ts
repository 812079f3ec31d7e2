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

/** More bars than twice the root of the runs show chance rather than shape; bars are joined by halves, so this is between one and two roots. */
const barsByRoot = 2;

/** The spread in at most `bars` bars, 2 or more; undefined as long as no two runs are told apart. */
export function outcomeSpread(
  { spread, mean, runs }: OutcomeProgress,
  bars: number,
): SpreadFigure | undefined {
  if (spread.counts.length < 2) return undefined;
  const { width, first, counts } = foldBins(spread, Math.min(bars, Math.ceil(barsByRoot * Math.sqrt(runs))));
  const low = first * width;
  return { low, high: low + counts.length * width, mean, counts, most: Math.max(...counts) };
}
