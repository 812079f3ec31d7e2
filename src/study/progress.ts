import type { ChunkDone, ToldFailure } from './chunk-work.ts';
import { type OutcomeProgress, tallyOutcomes } from './outcome-progress.ts';
import type { Plan } from './plan.ts';
import { createTrace } from './trace.ts';

/** How far a study is, and what can be told of it so far. */
export interface StudyProgress {
  /** Runs that are kept, those of earlier sittings included. */
  readonly done: number;
  /** Runs of this sitting that failed. */
  readonly failed: number;
  readonly total: number;
  /** Time of this sitting until the latest chunk was kept. */
  readonly seconds: number;
  /** Rows kept in this sitting, on the disk. */
  readonly bytes: number;
  /** Runs a second in this sitting; undefined until there is something to judge by. */
  readonly ratePerSecond: number | undefined;
  /** The pace on the way here, runs a second, oldest first. */
  readonly paces: readonly number[];
  /** What is left at the slowest and the fastest pace seen, seconds. */
  readonly secondsLeft: { readonly lo: number; readonly hi: number } | undefined;
  /** The outcome whose 95% interval is widest for its mean, in this sitting. */
  readonly widest: WidestInterval | undefined;
  /** The latest failures, oldest first. */
  readonly failures: readonly ToldFailure[];
  /** In the order of the plan. */
  readonly scenarios: readonly ScenarioProgress[];
}

/** How far one scenario of a study is. */
export interface ScenarioProgress {
  readonly scenarioId: string;
  /** Runs that are kept, those of earlier sittings included. */
  readonly done: number;
  readonly total: number;
  /** Runs of this sitting that failed. */
  readonly failed: number;
  /** Of the runs of this sitting that ended well, in the order of the plan's outcomes. */
  readonly outcomes: readonly OutcomeProgress[];
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
const mostFailures = 20;
/** Chunks by which the present pace is judged. */
const recentChunks = 8;
/** Paces of the past do not bound those to come, so the range is a little wider. */
const slack = 1.15;

/** Starts counting: `total` runs are asked for, of which `before` were kept by earlier sittings. */
export function startProgress(plan: Plan, total: number, before: number, start: number): ProgressMeter {
  const count = plan.scenarios.length;
  const tallies = plan.scenarios.map(() => tallyOutcomes(plan.outcomes.length));
  const failedOf = plan.scenarios.map(() => 0);
  const failures: ToldFailure[] = [];
  const paces = createTrace<number>();
  const recent: { readonly at: number; readonly done: number }[] = [{ at: start, done: before }];
  let [now, done, failed, bytes] = [start, before, 0, 0];
  const present = (): number | undefined => paceOf(done - recent[0].done, now - recent[0].at);
  const read = (): StudyProgress => {
    const pace = paceOf(done - before, now - start);
    const scenarios = plan.scenarios.map(({ scenarioId }, at) => ({
      scenarioId,
      // Chunks hold whole replicates, each in every scenario.
      done: done / count,
      total: total / count,
      failed: failedOf[at],
      outcomes: tallies[at].read(),
    }));
    return {
      done,
      failed,
      total,
      seconds: (now - start) / 1000,
      bytes,
      ratePerSecond: pace,
      paces: paces.read(),
      secondsLeft: leftAt(total - done, pace, present()),
      widest: findWidest(plan, scenarios),
      failures: [...failures],
      scenarios,
    };
  };
  return {
    read,
    add: (chunk, clock) => {
      now = Math.max(now, clock);
      done += chunk.runs;
      failed += chunk.failed;
      bytes += chunk.bytes;
      chunk.means.forEach((means, at) => {
        tallies[at].add(means);
        failedOf[at] += chunk.runs / count - means.length / plan.outcomes.length;
      });
      failures.push(...chunk.failures);
      failures.splice(0, failures.length - mostFailures);
      const pace = present();
      if (pace !== undefined) paces.add(pace);
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

function findWidest(plan: Plan, scenarios: readonly ScenarioProgress[]): WidestInterval | undefined {
  let widest: WidestInterval | undefined;
  for (const { scenarioId, outcomes } of scenarios)
    outcomes.forEach(({ mean, halfWidth }, at) => {
      if (halfWidth === null || mean === 0) return;
      const relativeHalfWidth = halfWidth / Math.abs(mean);
      if (widest !== undefined && relativeHalfWidth <= widest.relativeHalfWidth) return;
      widest = { scenarioId, outcome: plan.outcomes[at], relativeHalfWidth };
    });
  return widest;
}
