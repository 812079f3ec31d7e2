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

/** Chunks by which the present pace is judged. */
const recentChunks = 8;
/** Paces of the past do not bound those to come, so the range is a little wider. */
const slack = 1.15;

/** Chunks after which the first is left out of the pace that is to come: threads start with it, and code is cold. */
const warmChunks = 4;

/** A sitting that begins at `start`, in milliseconds, with so many runs kept `before`. */
export function startPace(before: number, start: number): Pace {
  const paces = createTrace<number>();
  let recent: readonly { readonly at: number; readonly done: number }[] = [{ at: start, done: before }];
  let [first, done, now, chunks] = [before, before, start, 0];
  let warm = { at: start, done: before };
  const present = (): number | undefined => paceOf(done - recent[0].done, now - recent[0].at);
  return {
    keep: (kept) => {
      [first, done] = [kept, kept];
      recent = [{ at: start, done: kept }];
      warm = recent[0];
    },
    add: (kept, clock) => {
      done = kept;
      now = Math.max(now, clock);
      const pace = present();
      if (pace !== undefined) paces.add(pace);
      recent = [...recent, { at: now, done }].slice(-recentChunks);
      if (chunks++ === 0) warm = { at: now, done };
    },
    read: (total) => {
      const ratePerSecond = paceOf(done - first, now - start);
      const steady = chunks < warmChunks ? undefined : paceOf(done - warm.done, now - warm.at);
      const secondsLeft = leftAt(total - done, steady ?? ratePerSecond, present());
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
