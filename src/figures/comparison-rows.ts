import { type ComparedMeasure, comparedMeasures } from './compared-measures.ts';
import { differenceAt, meanOver, measureAt, type Sides, yearUpTo } from './compared-sides.ts';
import { formatDifference, formatOutcome } from './outcome-words.ts';
import { type DifferenceSpread, spreadOver } from './pair-differences.ts';
import type { PairedRuns } from './paired-runs.ts';

/** A measure on both sides: means over the year that ends with the month. */
export interface ComparisonRow {
  readonly measure: ComparedMeasure;
  /** Of the runs that are shown; NaN where a run does not reach. */
  readonly a: number;
  readonly b: number;
  readonly difference: number;
  /** Of the same means of all pairs. */
  readonly spread: DifferenceSpread;
}

/** Stands under every table of differences. */
export const includesZeroWords = '~ = 90% range includes zero: do not teach this as an effect';

/** Every measure of `comparedMeasures` by a month. */
export function comparisonRows(
  sides: Sides,
  pairs: PairedRuns | undefined,
  month: number,
): readonly ComparisonRow[] {
  const window = yearUpTo(month, sides.b.record.firstMonth);
  return comparedMeasures.map((measure) => ({
    measure,
    a: meanOver(window, (at) => measureAt(sides.a.record, measure, at)),
    b: meanOver(window, (at) => measureAt(sides.b.record, measure, at)),
    difference: meanOver(window, (at) => differenceAt(sides, measure, at)),
    spread: spreadOver(pairs, measure, window, sides.sign),
  }));
}

/** A measure's value in its unit; `-` for none. */
export function measureText(value: number, { unit }: ComparedMeasure): string {
  return Number.isFinite(value) ? formatOutcome(value, unit) : '-';
}

/** The same with its sign. */
export function differenceText(value: number, { unit }: ComparedMeasure): string {
  return Number.isFinite(value) ? formatDifference(value, unit) : '-';
}

/** `-$9.8m .. -$2.1m`, with `~` before where it includes zero; else why there is no range. */
export function spreadText(spread: DifferenceSpread, measure: ComparedMeasure): string {
  if (spread.kind === 'none') return 'no difference in any pair';
  if (spread.kind === 'few') return spread.wanted === 0 ? '-' : pairsText(spread.pairs, spread.wanted);
  const range = `${differenceText(spread.low, measure)} .. ${differenceText(spread.high, measure)}`;
  return spread.includesZero ? `~ ${range}` : range;
}

/** `7 of 20 pairs`; `20 pairs` when all are played. */
export function pairsText(pairs: number, wanted: number): string {
  return pairs < wanted ? `${pairs} of ${wanted} pairs` : `${pairs} pair${pairs === 1 ? '' : 's'}`;
}
