import type { ChunkDone, ToldFailure } from './chunk-work.ts';
import { momentsInterval } from './interval.ts';
import { createMoments, type Moments, mergeInto } from './moments.ts';
import type { Plan } from './plan.ts';
import type { LookResult } from './precision/judge-look.ts';

/** How far a study is, and what can be told of it so far. */
export interface StudyProgress {
  /** Runs that are kept, those of earlier sittings included. */
  readonly done: number;
  /** Runs of this sitting that failed. */
  readonly failed: number;
  readonly total: number;
  /** Runs a second in this sitting; undefined until there is something to judge by. */
  readonly ratePerSecond: number | undefined;
  /** What is left at the slowest and the fastest pace seen, seconds. */
  readonly secondsLeft: { readonly lo: number; readonly hi: number } | undefined;
  /** The outcome whose 95% interval is widest for its mean, in this sitting. */
  readonly widest: WidestInterval | undefined;
  /** The latest failures, oldest first. */
  readonly failures: readonly ToldFailure[];
  /** The look at hand, which `total` ends with; absent where the number of replicates is given. */
  readonly look?: LookAtHand;
}

/** How far a study is on the way to its precision. */
export interface LookAtHand {
  /** Replicates once the look at hand is played, and at most. */
  readonly replicates: number;
  readonly most: number;
  /** Most that half an interval may be of what it is measured by. */
  readonly target: number;
  /** What the look before came to; undefined at the first. */
  readonly before: LookResult | undefined;
}

/** An outcome of a scenario and half its interval over its mean. */
export interface WidestInterval {
  readonly scenarioId: string;
  readonly outcome: string;
  readonly relativeHalfWidth: number;
}

/** Counts chunks as they are kept. The clock is the caller's, in milliseconds; one that jumps back counts as standing still. */
export interface ProgressMeter {
  readonly add: (done: ChunkDone, now: number) => StudyProgress;
  readonly read: () => StudyProgress;
}

/** Failures that are remembered. */
const mostFailures = 5;
/** Chunks by which the present pace is judged. */
const recentChunks = 8;
/** Paces of the past do not bound those to come, so the range is a little wider. */
const slack = 1.15;

/** Starts counting: `total` runs are asked for, of which `before` were kept by earlier sittings. */
export function startProgress(plan: Plan, total: number, before: number, start: number): ProgressMeter {
  const moments = plan.scenarios.map(() => createMoments(plan.outcomes.length));
  const failures: ToldFailure[] = [];
  const recent: { readonly at: number; readonly done: number }[] = [{ at: start, done: before }];
  let [now, done, failed] = [start, before, 0];
  const read = (): StudyProgress => {
    const pace = paceOf(done - before, now - start);
    const present = paceOf(done - recent[0].done, now - recent[0].at);
    return {
      done,
      failed,
      total,
      ratePerSecond: pace,
      secondsLeft: leftAt(total - done, pace, present),
      widest: findWidest(plan, moments),
      failures: [...failures],
    };
  };
  return {
    read,
    add: (chunk, clock) => {
      now = Math.max(now, clock);
      done += chunk.runs;
      failed += chunk.failed;
      chunk.moments.forEach((other, scenario) => {
        mergeInto(moments[scenario], other);
      });
      failures.push(...chunk.failures);
      failures.splice(0, failures.length - mostFailures);
      recent.push({ at: now, done });
      recent.splice(0, recent.length - recentChunks);
      return read();
    },
  };
}

function paceOf(runs: number, milliseconds: number): number | undefined {
  return runs > 0 && milliseconds > 0 ? (runs / milliseconds) * 1000 : undefined;
}

function leftAt(
  runs: number,
  pace: number | undefined,
  present: number | undefined,
): StudyProgress['secondsLeft'] {
  if (pace === undefined) return undefined;
  const paces = [pace, present ?? pace];
  return { lo: runs / Math.max(...paces) / slack, hi: (runs / Math.min(...paces)) * slack };
}

function findWidest(plan: Plan, moments: readonly Moments[]): WidestInterval | undefined {
  let widest: WidestInterval | undefined;
  moments.forEach(({ n, mean, squares }, scenario) => {
    if (n < 2) return;
    for (let at = 0; at < mean.length; at++) {
      if (mean[at] === 0) continue;
      const { hi } = momentsInterval(n, mean[at], squares[at]);
      const relativeHalfWidth = (hi! - mean[at]) / Math.abs(mean[at]);
      if (widest !== undefined && relativeHalfWidth <= widest.relativeHalfWidth) continue;
      const { scenarioId } = plan.scenarios[scenario];
      widest = { scenarioId, outcome: plan.outcomes[at], relativeHalfWidth };
    }
  });
  return widest;
}
