import type { StudyProgress } from './progress.ts';
import { createTrace } from './trace.ts';

/** The pace of one sitting, as counts of runs come in. */
export interface Pace {
  /** So many runs are kept, by this sitting or before it. */
  readonly add: (done: number, clock: number) => void;
  /** So many runs were kept before this sitting. */
  readonly keep: (done: number) => void;
  readonly read: (
    total: number,
  ) => Pick<StudyProgress, 'seconds' | 'ratePerSecond' | 'paces' | 'secondsLeft'>;
}

/** Runs that were kept at a moment. */
interface Count {
  readonly at: number;
  readonly done: number;
}

/** Chunks by which the present pace is judged. */
const recentChunks = 8;
/** Paces of the past do not bound those to come, so the range is a little wider. */
const slack = 1.15;

/** Of the chunks so far, the first quarter says nothing of the pace to come once there are so many: threads start, and code is cold. */
const warmChunks = 4;

/** A sitting that begins at `start`, in milliseconds, with so many runs kept `before`. */
export function startPace(before: number, start: number): Pace {
  const paces = createTrace<number>();
  let recent: readonly Count[] = [{ at: start, done: before }];
  let [first, done, now] = [before, before, start];
  const counts = createTrace<Count>();
  const steady = (): number | undefined => {
    const kept = counts.read();
    if (kept.length < warmChunks) return undefined;
    const from = kept[Math.floor(kept.length / 4)];
    return paceOf(done - from.done, now - from.at);
  };
  const present = (): number | undefined => paceOf(done - recent[0].done, now - recent[0].at);
  return {
    keep: (kept) => {
      [first, done] = [kept, kept];
      recent = [{ at: start, done: kept }];
    },
    add: (kept, clock) => {
      done = kept;
      now = Math.max(now, clock);
      const pace = present();
      if (pace !== undefined) paces.add(pace);
      recent = [...recent, { at: now, done }].slice(-recentChunks);
      counts.add({ at: now, done });
    },
    read: (total) => {
      const ratePerSecond = paceOf(done - first, now - start);
      const secondsLeft = leftAt(total - done, steady() ?? ratePerSecond, present());
      return { seconds: (now - start) / 1000, ratePerSecond, paces: paces.read(), secondsLeft };
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
