import type { ColumnSpec, TableRecord } from '../engine/recorder.ts';
import { formatWindow, type Window } from '../scenario/window.ts';
import { confidence, type Interval, momentsInterval, ratioOfMoments } from './interval.ts';
import type { PairMoments } from './moments.ts';

/** What the difference of two scenarios amounts to. */
export type Verdict = 'higher' | 'lower' | 'no detectable difference' | 'equal' | 'one pair, no interval';

/** One row of summary/compare.csv: a scenario less its baseline on the same draws. */
export interface Difference {
  readonly outcome: string;
  readonly unit: string;
  readonly window: string;
  readonly pairs: number;
  readonly baselineMean: number;
  readonly scenarioMean: number;
  /** Mean a month of the window, scenario less baseline. */
  readonly difference: Interval;
  /** The same in percent of the baseline's mean; undefined where that is 0. */
  readonly percent: Interval | undefined;
  /** How much smaller the variance is than without shared draws; undefined where the pairs do not vary. */
  readonly varianceReduction: number | undefined;
  readonly verdict: Verdict;
}

/** Mean of each by_month column over a window, one number for each column. The window lies inside the run. */
export function windowMeans(table: TableRecord, firstMonth: number, window: Window): Float64Array {
  const width = table.spec.columns.length;
  const means = new Float64Array(width);
  for (let month = window.first; month <= window.last; month++)
    for (let column = 0; column < width; column++)
      means[column] += table.data[(month - firstMonth) * width + column];
  return means.map((sum) => sum / (window.last - window.first + 1));
}

/** Compares one outcome over pairs of runs, at least one: `pairs` has the baseline as x and scenario less baseline as y, `at` is the outcome's place in it. */
export function compareOutcome(
  column: Pick<ColumnSpec, 'name' | 'unit'>,
  window: Window,
  pairs: PairMoments,
  at: number,
  level = confidence,
): Difference {
  const { n, meanX, meanY, yy } = pairs;
  const difference = momentsInterval(n, meanY[at], yy[at], level);
  return {
    outcome: column.name,
    unit: column.unit,
    window: formatWindow(window),
    pairs: n,
    baselineMean: meanX[at],
    scenarioMean: meanX[at] + meanY[at],
    difference,
    percent: percentOf(ratioOfMoments(pairs, at, level)),
    varianceReduction: varianceReduction(pairs, at),
    verdict: verdictOn(difference, meanY[at] === 0 && yy[at] === 0),
  };
}

function percentOf(ratio: Interval | undefined): Interval | undefined {
  if (ratio === undefined) return undefined;
  const times100 = (bound: number | null): number | null => (bound === null ? null : bound * 100);
  return { ...ratio, estimate: ratio.estimate * 100, lo: times100(ratio.lo), hi: times100(ratio.hi) };
}

/** The scenario is baseline and difference together, so its variance follows from theirs. */
function varianceReduction({ xx, yy, xy }: PairMoments, at: number): number | undefined {
  return yy[at] === 0 ? undefined : (2 * xx[at] + yy[at] + 2 * xy[at]) / yy[at];
}

function verdictOn(difference: Interval, isNothing: boolean): Verdict {
  if (isNothing) return 'equal';
  if (difference.lo === null || difference.hi === null) return 'one pair, no interval';
  if (difference.lo > 0) return 'higher';
  return difference.hi < 0 ? 'lower' : 'no detectable difference';
}
