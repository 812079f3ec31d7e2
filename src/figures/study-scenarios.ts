import type { MeanSoFar, OutcomeProgress } from '../study/outcome-progress.ts';
import type { ScenarioProgress } from '../study/progress.ts';
import { fineFormat } from './outcome-words.ts';

/** Half a 95% interval over the mean, below which an outcome counts as settled. */
export const settledAt = 0.02;

/** Fewer runs may lie close together by chance, so they settle nothing. Assumption: 10. */
const fewestRuns = 10;

/** A scenario of a study that is being worked, with one outcome in the words of its unit. */
export interface ScenarioRow {
  readonly scenarioId: string;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly mean: string;
  readonly halfWidth: string;
  /** Half the interval over the mean; undefined where there is none. */
  readonly relative: number | undefined;
  readonly settled: Settled;
  /** Runs that would settle it if the spread stays as it is; undefined where nothing can be said. */
  readonly needed: number | undefined;
  /** Until these are played at the pace so far; infinite where more are needed than are planned, undefined where it is settled or nothing can be said. */
  readonly secondsToSettle: number | undefined;
}

/** `near` is within twice the bound; `-` cannot be told. */
export type Settled = 'yes' | 'near' | 'no' | '-';

/** Every scenario with its outcome at place `outcome` of the plan's, whose unit is `unit`; `ratePerSecond` counts runs of all scenarios. */
export function scenarioRows(
  scenarios: readonly ScenarioProgress[],
  outcome: number,
  unit: string,
  ratePerSecond?: number,
): readonly ScenarioRow[] {
  return scenarios.map(({ scenarioId, done, total, failed, outcomes }) => {
    const so = outcomes[outcome];
    const relative = relativeOf(so);
    // The interval's first two digits are seen, and the mean's down to the same place.
    const format = fineFormat(unit, so.mean, (so.halfWidth ?? 0) / 10);
    const settled = so.isHead ? '-' : settledWord(so.runs, relative);
    const needed = runsToSettle(so);
    const rate = ratePerSecond === undefined ? undefined : ratePerSecond / scenarios.length;
    return {
      scenarioId,
      done,
      total,
      failed,
      mean: so.runs === 0 ? '-' : format(so.mean),
      halfWidth: so.halfWidth === null ? '-' : format(so.halfWidth),
      relative,
      settled,
      needed,
      secondsToSettle:
        settled === 'yes' || needed === undefined ? undefined : secondsTo(needed, done, total, rate),
    };
  });
}

function relativeOf({ mean, halfWidth }: MeanSoFar): number | undefined {
  if (halfWidth === null) return undefined;
  if (halfWidth === 0) return 0;
  return mean === 0 ? undefined : halfWidth / Math.abs(mean);
}

function settledWord(runs: number, relative: number | undefined): Settled {
  if (relative === undefined || runs < fewestRuns) return '-';
  if (relative <= settledAt) return 'yes';
  return relative <= 2 * settledAt ? 'near' : 'no';
}

function secondsTo(
  needed: number,
  done: number,
  total: number,
  rate: number | undefined,
): number | undefined {
  if (needed > total) return Number.POSITIVE_INFINITY;
  return rate === undefined ? undefined : Math.max(0, needed - done) / rate;
}

/** Runs that would settle an outcome if its spread stays as it is; undefined with fewer than two runs, about a mean of 0, and while points of a list are to come. */
export function runsToSettle(so: MeanSoFar & Pick<OutcomeProgress, 'isHead'>): number | undefined {
  const relative = so.isHead ? undefined : relativeOf(so);
  return relative === undefined ? undefined : neededRuns(so.runs, relative);
}

/** An interval narrows with the square root of the number of runs. */
function neededRuns(runs: number, relative: number): number {
  return Math.max(fewestRuns, Math.ceil(runs * (relative / settledAt) ** 2));
}
