import { momentsInterval } from './interval.ts';
import { addTo, createMoments } from './moments.ts';
import { type Bins, createBins } from './running-bins.ts';
import { createTrace } from './trace.ts';

/** A mean with half its 95% interval after so many runs. */
export interface MeanSoFar {
  /** Runs that ended well. */
  readonly runs: number;
  readonly mean: number;
  /** Null for fewer than two runs. */
  readonly halfWidth: number | null;
}

/** What can be told of an outcome while its runs come in. */
export interface OutcomeProgress extends MeanSoFar {
  /** Present where runs are those of the first points of a list, which say nothing of the points to come. */
  readonly isHead?: true;
  readonly spread: Bins;
  /** Its means on the way here, oldest first, the present one last. */
  readonly trace: readonly MeanSoFar[];
}

/** Takes a scenario's runs chunk by chunk; memory does not grow with them. */
export interface OutcomeTally {
  /** `means` holds run after run, each with `outcomes` numbers. */
  readonly add: (means: Float64Array) => void;
  /** Outcome by outcome. */
  readonly read: () => readonly OutcomeProgress[];
}

/** Starts from no run at all. */
export function tallyOutcomes(outcomes: number): OutcomeTally {
  const moments = createMoments(outcomes);
  const bins = Array.from({ length: outcomes }, createBins);
  const traces = Array.from({ length: outcomes }, () => createTrace<MeanSoFar>());
  const present = (at: number): MeanSoFar => {
    const { n: runs, mean, squares } = moments;
    const { hi } = momentsInterval(runs, mean[at], squares[at]);
    return { runs, mean: mean[at], halfWidth: hi === null ? null : hi - mean[at] };
  };
  return {
    add: (means) => {
      for (let from = 0; from < means.length; from += outcomes) {
        const run = means.subarray(from, from + outcomes);
        addTo(moments, run);
        run.forEach((value, at) => {
          bins[at].add(value);
        });
      }
      if (means.length > 0) for (const [at, trace] of traces.entries()) trace.add(present(at));
    },
    read: () => traces.map((trace, at) => ({ ...present(at), spread: bins[at].read(), trace: trace.read() })),
  };
}
