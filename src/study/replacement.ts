import { formatWindow, type Window } from '../scenario/window.ts';
import { confidence, type Interval, momentsInterval, ratioOfMoments } from './interval.ts';
import type { PairMoments } from './moments.ts';

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

/** Compares what was lost with what was made up, from pairs of runs, at least one: x is what the patron paid less, y what other lines brought more. */
export function measureReplacement(window: Window, pairs: PairMoments, level = confidence): Replacement {
  const { n, meanX, meanY, xx, yy } = pairs;
  return {
    window: formatWindow(window),
    pairs: n,
    lost: momentsInterval(n, meanX[0], xx[0], level),
    gained: momentsInterval(n, meanY[0], yy[0], level),
    share: meanX[0] > 0 ? ratioOfMoments(pairs, 0, level) : undefined,
  };
}
