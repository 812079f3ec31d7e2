import { formatWindow, type Window } from '../scenario/window.ts';
import { type Interval, meanInterval, ratioInterval } from './interval.ts';

/** Where the patron's money went missing and how much of it local lines made up: one row of summary/replacement.csv. */
export interface Replacement {
  readonly window: string;
  readonly pairs: number;
  /** What the patron paid less, USD a month; above 0 is a loss. */
  readonly lost: Interval;
  /** What all other lines brought more, USD a month. */
  readonly gained: Interval;
  /** gained / lost: 1 and the loss is made up; undefined where nothing was lost. */
  readonly share: Interval | undefined;
}

/** Window means of one pair, USD a month. */
export interface PatronAndLocal {
  readonly patron: number;
  readonly local: number;
}

/** Compares what was lost with what was made up, pair by pair; at least one pair. */
export function measureReplacement(
  window: Window,
  baseline: readonly PatronAndLocal[],
  scenario: readonly PatronAndLocal[],
): Replacement {
  const lost = baseline.map((run, pair) => run.patron - scenario[pair].patron);
  const gained = baseline.map((run, pair) => scenario[pair].local - run.local);
  const loss = meanInterval(lost);
  return {
    window: formatWindow(window),
    pairs: lost.length,
    lost: loss,
    gained: meanInterval(gained),
    share: loss.estimate > 0 ? ratioInterval(gained, lost) : undefined,
  };
}
