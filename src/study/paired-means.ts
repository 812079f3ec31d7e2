import type { ColumnSpec } from '../engine/recorder.ts';
import { compareOutcome, type Difference } from './compare.ts';
import { addPair, createPairMoments, type PairMoments, resetPairs } from './moments.ts';
import type { Plan, PlannedComparison } from './plan.ts';
import { levelOf } from './precision/looks.ts';
import { measureReplacement, type Replacement } from './replacement.ts';

/** What was seen of the pairs of one comparison, window by window: memory does not grow with them. */
export interface PairedMeans {
  readonly comparison: PlannedComparison;
  /** Baseline as x and scenario less baseline as y, for each window. */
  readonly outcomes: readonly PairMoments[];
  /** What the patron paid less as x, what other lines brought more as y; empty where the plan keeps only one of the two. */
  readonly money: readonly PairMoments[];
  /** Places of the two among the outcomes. */
  readonly patron: number;
  readonly local: number;
  /** Level of the intervals. */
  readonly level: number;
}

/** Starts a comparison of a plan. */
export function startPairs(plan: Plan, comparison: PlannedComparison): PairedMeans {
  const [patron, local] = ['income_patron_usd', 'income_local_usd'].map((name) =>
    plan.outcomes.indexOf(name),
  );
  const { windows } = comparison;
  return {
    comparison,
    outcomes: windows.map(() => createPairMoments(plan.outcomes.length)),
    money: patron < 0 || local < 0 ? [] : windows.map(() => createPairMoments(1)),
    patron,
    local,
    level: levelOf(plan),
  };
}

/** Means of a scenario's run over one window. */
export type WindowMeans = (window: number) => Float64Array;

/** Adds a pair of runs on the same draws; each gives its means over a window of the comparison. */
export function addRuns(pairs: PairedMeans, baseline: WindowMeans, scenario: WindowMeans): void {
  for (let window = 0; window < pairs.outcomes.length; window++) {
    const before = baseline(window);
    const change = scenario(window).map((value, at) => value - before[at]);
    addMeans(pairs, window, before, change);
  }
}

/** Adds the mean pair of a point as one pair of a whole design. */
export function addPoint(whole: PairedMeans, point: PairedMeans): void {
  point.outcomes.forEach(({ n, meanX, meanY }, window) => {
    if (n > 0) addMeans(whole, window, meanX, meanY);
  });
}

function addMeans(pairs: PairedMeans, window: number, before: Float64Array, change: Float64Array): void {
  addPair(pairs.outcomes[window], before, change);
  if (pairs.money.length > 0) addPair(pairs.money[window], [-change[pairs.patron]], [change[pairs.local]]);
}

/** Forgets the pairs of a point before the next one. */
export function forgetPairs({ outcomes, money }: PairedMeans): void {
  for (const moments of [...outcomes, ...money]) resetPairs(moments);
}

/** The differences of every outcome over every window; none where no pair ended well. */
export function differencesOf(pairs: PairedMeans, columns: readonly ColumnSpec[]): readonly Difference[] {
  const { comparison, level } = pairs;
  return pairs.outcomes.flatMap((moments, window) =>
    moments.n === 0
      ? []
      : columns.map((column, at) => compareOutcome(column, comparison.windows[window], moments, at, level)),
  );
}

/** What was lost and made up over every window; none where no pair ended well. */
export function replacementsOf({ comparison, money, level }: PairedMeans): readonly Replacement[] {
  return money.flatMap((moments, window) =>
    moments.n === 0 ? [] : [measureReplacement(comparison.windows[window], moments, level)],
  );
}
