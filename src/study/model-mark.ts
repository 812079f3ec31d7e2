import { createHash } from 'node:crypto';
import type { Experiment } from '../model/world-spec.ts';
import { cutShort } from './change-timeline.ts';
import { runReplicate } from './run.ts';

/** Months that are enough to tell two models, or two machines, apart. */
const markedMonths = 3;

/** What the model makes of an experiment's first months, and what that cost. */
export interface ModelMark {
  /** Hex; equal wherever the model computes the same. */
  readonly sha256: string;
  /** What one run of the whole experiment takes on one core, judged by its beginning; a first playing is slower than later ones. */
  readonly secondsPerRun: number;
}

/** Plays the first months of an experiment on fixed draws. A world that cannot be played has the mark of its error. */
export function markModel(experiment: Experiment, now: () => number = () => performance.now()): ModelMark {
  const times = [now()];
  const short = cutShort(experiment, Math.min(markedMonths, experiment.timeline.months));
  const sha256 = play(short, () => times.push(now()));
  return { sha256, secondsPerRun: secondsPerRun(times, experiment.timeline.months) };
}

function play(experiment: Experiment, onMonth: () => void): string {
  try {
    return runReplicate(experiment, 1, 1, { keepFlows: false, onMonth }).digest;
  } catch (error) {
    return createHash('sha256').update(String(error)).digest('hex');
  }
}

/** Founding and the first month once, then the last month seen for every other month. */
function secondsPerRun(times: readonly number[], months: number): number {
  const [start, first = start] = times;
  const month = times.length < 3 ? 0 : times[times.length - 1] - times[times.length - 2];
  return Math.max(0, (first - start + month * (months - 1)) / 1000);
}
