import type { MeanSoFar, OutcomeProgress } from '../study/outcome-progress.ts';
import { runsToSettle, settledAt } from './study-scenarios.ts';

/** The way of a mean and its 95% interval with the number of runs. */
export interface MeanFigure {
  /** Runs so far: the right edge. */
  readonly runs: number;
  /** With rising numbers of runs; at least one. */
  readonly points: readonly MeanSoFar[];
  /** Smallest and largest value worth showing, never equal; early intervals may reach beyond. */
  readonly range: readonly [number, number];
  /** Between these the interval of a settled outcome lies: the present mean, less and more by what settles it. */
  readonly target: readonly [number, number];
  /** Runs that would settle it if the spread stays as it is; undefined where nothing can be said. */
  readonly needed: number | undefined;
}

/** How many times the present interval is in view: the first ones are so wide that nothing else would be seen. */
const intervalsInView = 3;
/** The target is brought into view where it is not further from the mean than this many intervals. */
const intervalsToTarget = 6;

/** The figure of an outcome; undefined as long as there is no run. */
export function meanSoFar({ trace, ...so }: OutcomeProgress): MeanFigure | undefined {
  if (trace.length === 0) return undefined;
  const { mean, runs } = so;
  const halfWidth = so.halfWidth ?? 0;
  const settled = Math.abs(mean) * settledAt;
  const reach = Math.max(halfWidth * intervalsInView, Math.min(settled, halfWidth * intervalsToTarget));
  const figure = {
    runs,
    points: trace,
    target: [mean - settled, mean + settled],
    needed: runsToSettle(so),
  } as const;
  const means = trace.map((point) => point.mean);
  const low = Math.min(...means, mean - reach);
  const high = Math.max(...means, mean + reach);
  if (high > low) return { ...figure, range: [low, high] };
  const around = Math.abs(mean) * 0.01 || 1;
  return { ...figure, range: [low - around, high + around] };
}

/** Mean and half-width at a number of runs, by straight lines between the points; those of the nearest point outside them. */
export function meanAt({ points }: MeanFigure, runs: number): MeanSoFar {
  const right = points.findIndex((point) => point.runs >= runs);
  if (right <= 0) return points[right < 0 ? points.length - 1 : 0];
  const [before, after] = [points[right - 1], points[right]];
  const part = (runs - before.runs) / (after.runs - before.runs);
  const mean = before.mean + (after.mean - before.mean) * part;
  if (before.halfWidth === null || after.halfWidth === null) return { runs, mean, halfWidth: null };
  return { runs, mean, halfWidth: before.halfWidth + (after.halfWidth - before.halfWidth) * part };
}
