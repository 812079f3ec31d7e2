import type { ChunkDone, ToldFailure } from './chunk-work.ts';
import { type OutcomeProgress, tallyOutcomes } from './outcome-progress.ts';
import { startPace } from './pace.ts';
import type { Plan } from './plan.ts';
import type { LookResult } from './precision/judge-look.ts';

/** How far a study is, and what can be told of it so far. */
export interface StudyProgress {
  /** Runs that are kept, those of earlier sittings included. */
  readonly done: number;
  /** Of those, the ones that failed. */
  readonly failed: number;
  readonly total: number;
  /** Time of this sitting until the latest chunk was kept. */
  readonly seconds: number;
  /** Rows of all that is kept, on the disk. */
  readonly bytes: number;
  /** Runs a second in this sitting; undefined until there is something to judge by. */
  readonly ratePerSecond: number | undefined;
  /** The pace on the way here, runs a second, oldest first. */
  readonly paces: readonly number[];
  /** What is left at the slowest and the fastest pace seen, seconds. */
  readonly secondsLeft: { readonly lo: number; readonly hi: number } | undefined;
  /** The outcome whose 95% interval is widest for its mean. */
  readonly widest: WidestInterval | undefined;
  /** The latest failures, oldest first. */
  readonly failures: readonly ToldFailure[];
  /** In the order of the plan. */
  readonly scenarios: readonly ScenarioProgress[];
  /** The look at hand, which `total` ends with; absent where the number of replicates is given. */
  readonly look?: LookAtHand;
}

/** How far one scenario of a study is. */
export interface ScenarioProgress {
  readonly scenarioId: string;
  /** Runs that are kept, those of earlier sittings included. */
  readonly done: number;
  readonly total: number;
  /** Of those, the ones that failed. */
  readonly failed: number;
  /** Of the runs that are kept and ended well, in the order of the plan's outcomes. */
  readonly outcomes: readonly OutcomeProgress[];
}

/** How far a study is on the way to its precision. */
export interface LookAtHand {
  /** Replicates once the look at hand is played, and at most. */
  readonly replicates: number;
  readonly most: number;
  /** Most that half an interval may be of what it is measured by. */
  readonly target: number;
  /** What the look before came to; undefined at the first, and where only chunks are counted, since judging a look reads every run. */
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
  /** Counts a chunk of an earlier sitting: it is done, and says nothing of the pace. */
  readonly keep: (done: ChunkDone) => void;
  /** So many runs are asked for from here on, those that are kept included. */
  readonly expect: (total: number) => void;
  /** Another sitting begins: what is counted so far belongs to earlier ones. */
  readonly begin: (now: number) => void;
  readonly add: (done: ChunkDone, now: number) => StudyProgress;
  readonly read: () => StudyProgress;
}

/** Failures that are remembered. */
const mostFailures = 20;

/** Starts counting from nothing: `asked` runs are asked for, the sitting begins at `now`. */
export function startProgress(plan: Plan, asked: number, now: number): ProgressMeter {
  const tallies = plan.scenarios.map(() => tallyOutcomes(plan.outcomes.length));
  const failedOf = plan.scenarios.map(() => 0);
  const failures: ToldFailure[] = [];
  let pace = startPace(0, now);
  let [total, done, failed, bytes] = [asked, 0, 0, 0];
  const count = (chunk: ChunkDone): void => {
    done += chunk.runs;
    failed += chunk.failed;
    bytes += chunk.bytes;
    chunk.means.forEach((means, at) => {
      tallies[at].add(means);
      failedOf[at] += chunk.runs / plan.scenarios.length - means.length / plan.outcomes.length;
    });
    failures.push(...chunk.failures);
    failures.splice(0, failures.length - mostFailures);
  };
  const read = (): StudyProgress => {
    const scenarios = plan.scenarios.map(({ scenarioId }, at) => ({
      scenarioId,
      // Chunks hold whole replicates, each in every scenario.
      done: done / plan.scenarios.length,
      total: total / plan.scenarios.length,
      failed: failedOf[at],
      outcomes: tallies[at].read().map((outcome) => ({ ...outcome, ...headOf(plan, done < total) })),
    }));
    const widest = findWidest(plan, scenarios);
    return { done, failed, total, bytes, ...pace.read(total), widest, failures: [...failures], scenarios };
  };
  return {
    read,
    keep: (chunk) => {
      count(chunk);
      pace.keep(done);
    },
    expect: (runs) => {
      total = runs;
    },
    begin: (clock) => {
      pace = startPace(done, clock);
    },
    add: (chunk, clock) => {
      count(chunk);
      pace.add(done, clock);
      return read();
    },
  };
}

/** A grid and a table are played point after point in their own order; points that are drawn stand for one another. */
function headOf({ design: { kind, points } }: Plan, isLeft: boolean): Pick<OutcomeProgress, 'isHead'> {
  const isListed = points > 1 && (kind === 'factorial' || kind === 'table');
  return isListed && isLeft ? { isHead: true } : {};
}

function findWidest(plan: Plan, scenarios: readonly ScenarioProgress[]): WidestInterval | undefined {
  let widest: WidestInterval | undefined;
  for (const { scenarioId, outcomes } of scenarios)
    outcomes.forEach(({ mean, halfWidth, isHead }, at) => {
      if (halfWidth === null || mean === 0 || isHead) return;
      const relativeHalfWidth = halfWidth / Math.abs(mean);
      if (widest !== undefined && relativeHalfWidth <= widest.relativeHalfWidth) return;
      widest = { scenarioId, outcome: plan.outcomes[at], relativeHalfWidth };
    });
  return widest;
}
