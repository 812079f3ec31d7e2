import { type Interval, momentsInterval } from '../interval.ts';
import type { KeptOk, KeptRun } from '../kept-run.ts';
import { addPair, createPairMoments, type PairMoments, resetPairs } from '../moments.ts';
import type { Plan, PlannedComparison } from '../plan.ts';
import { pointIdOf, replicatesOf } from '../run-order.ts';
import { levelOf, type PlannedPrecision } from './looks.ts';

/** What all runs up to a look amount to. */
export interface LookResult {
  /** Replicates of each scenario at each point. */
  readonly replicates: number;
  /** Whether every outcome is known as well as was asked for, at every point and in every comparison. */
  readonly isEnough: boolean;
  /** Each outcome where it is known worst; none where no pair of runs ended well. */
  readonly outcomes: readonly ReachedPrecision[];
}

/** How well an outcome is known where it is known worst. */
export interface ReachedPrecision {
  readonly outcome: string;
  /** Null where nothing is compared, and the outcome itself is judged. */
  readonly baselineId: string | null;
  readonly scenarioId: string;
  readonly pointId: string;
  /** Half the interval over the size of what it is measured by; infinite where there is none, or only one pair. */
  readonly halfWidth: number;
  /** What it is measured by: the difference; the baseline's mean where the interval holds 0, so that no difference is detected; or the mean itself. */
  readonly measuredBy: 'difference' | 'baseline' | 'mean';
  readonly isReached: boolean;
}

/**
 * Judges a plan that is cut to a look by all its runs, which come in its order. What is found follows from the runs alone: no clock, no worker,
 * no chunk. A point without any pair is passed over, since more of its runs would fail too.
 */
export function judgeLook(plan: Plan, precision: PlannedPrecision, runs: Iterable<KeptRun>): LookResult {
  const judged = judgedPairs(plan, precision);
  const worst = new Map<string, ReachedPrecision>();
  let replicate: (KeptOk | undefined)[] = [];
  let point = 0;
  const endReplicate = (): void => {
    for (const pair of judged) addReplicate(pair, replicate);
    replicate = [];
  };
  const endPoint = (): void => {
    for (const pair of judged) noteWorst(worst, reachedAt(plan, precision, pair, point));
    for (const { moments } of judged) resetPairs(moments);
  };
  for (const { place, ...run } of runs) {
    if (place.scenario === 0) endReplicate();
    if (place.point !== point) endPoint();
    point = place.point;
    if (run.status === 'ok') replicate[place.scenario] = { ...run, place };
  }
  endReplicate();
  endPoint();
  const outcomes = precision.of.flatMap((outcome) => worst.get(outcome) ?? []);
  const isEnough = outcomes.every(({ isReached }) => isReached);
  return { replicates: replicatesOf(plan), isEnough, outcomes };
}

/** Two scenarios, or one alone, with what was seen of them at the point at hand: the baseline as x, what is judged as y. */
interface JudgedPair {
  readonly baseline: number | null;
  readonly scenario: number;
  /** Places of the outcomes among the means of a run, in either scenario. */
  readonly baselineAt: readonly number[];
  readonly scenarioAt: readonly number[];
  readonly moments: PairMoments;
}

/** Every comparison over the months that judge it; where there is none, every scenario. */
function judgedPairs(plan: Plan, { of }: PlannedPrecision): readonly JudgedPair[] {
  const alone = plan.scenarios.map(({ windows }, scenario) => ({ baseline: null, scenario, windows }));
  return (plan.comparisons.length > 0 ? plan.comparisons : alone).map(({ baseline, scenario, windows }) => ({
    baseline,
    scenario,
    baselineAt: baseline === null ? [] : placesOf(plan, baseline, windows[0], of),
    scenarioAt: placesOf(plan, scenario, windows[0], of),
    moments: createPairMoments(of.length),
  }));
}

function placesOf(
  { scenarios, outcomes }: Plan,
  scenario: number,
  { first, last }: PlannedComparison['windows'][number],
  of: readonly string[],
): readonly number[] {
  const window = scenarios[scenario].windows.findIndex((each) => each.first === first && each.last === last);
  return of.map((outcome) => window * outcomes.length + outcomes.indexOf(outcome));
}

function addReplicate(
  { baseline, scenario, baselineAt, scenarioAt, moments }: JudgedPair,
  replicate: readonly (KeptOk | undefined)[],
): void {
  const [before, after] = [baseline === null ? undefined : replicate[baseline], replicate[scenario]];
  if (after === undefined || (baseline !== null && before === undefined)) return;
  const x = scenarioAt.map((_, at) => before?.means[baselineAt[at]] ?? 0);
  const y = scenarioAt.map((place, at) => after.means[place] - x[at]);
  addPair(moments, x, y);
}

function reachedAt(
  plan: Plan,
  precision: PlannedPrecision,
  { baseline, scenario, moments }: JudgedPair,
  point: number,
): readonly ReachedPrecision[] {
  const { n, meanX, meanY, yy } = moments;
  if (n === 0) return [];
  return precision.of.map((outcome, at) => {
    const interval = momentsInterval(n, meanY[at], yy[at], levelOf(plan));
    const measuredBy = baseline === null ? 'mean' : holdsZero(interval) ? 'baseline' : 'difference';
    const halfWidth = relative(interval, measuredBy === 'baseline' ? meanX[at] : meanY[at]);
    return {
      outcome,
      baselineId: baseline === null ? null : plan.scenarios[baseline].scenarioId,
      scenarioId: plan.scenarios[scenario].scenarioId,
      pointId: pointIdOf(point),
      halfWidth,
      measuredBy,
      isReached: halfWidth <= precision.target,
    };
  });
}

function holdsZero({ lo, hi }: Interval): boolean {
  return lo === null || hi === null || (lo <= 0 && hi >= 0);
}

function relative({ estimate, hi }: Interval, size: number): number {
  if (hi === null) return Number.POSITIVE_INFINITY;
  const half = hi - estimate;
  return half === 0 ? 0 : half / Math.abs(size);
}

function noteWorst(worst: Map<string, ReachedPrecision>, found: readonly ReachedPrecision[]): void {
  for (const reached of found) {
    const known = worst.get(reached.outcome);
    if (known === undefined || reached.halfWidth > known.halfWidth) worst.set(reached.outcome, reached);
  }
}
