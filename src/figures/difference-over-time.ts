import type { ComparedMeasure } from './compared-measures.ts';
import { differenceAt, type Sides } from './compared-sides.ts';
import type { Mark } from './figure.ts';
import { marksOf } from './marks.ts';
import { type DifferenceSpread, fewestPairs, spreadOver } from './pair-differences.ts';
import type { PairedRuns } from './paired-runs.ts';

/** B - A month by month, in the measure's own unit. */
export interface DifferenceFigure {
  readonly measure: ComparedMeasure;
  readonly firstMonth: number;
  readonly months: number;
  /** Of the runs that are shown, `values[month - firstMonth]`; NaN where one does not reach. */
  readonly values: readonly number[];
  /** Smallest and largest difference of the middle 90% of the pairs, month by month; empty below ten pairs. */
  readonly band: readonly (readonly [low: number, high: number])[];
  /** The scenario's changes, numbered as on every chart of it. */
  readonly marks: readonly Mark[];
  /** Around all that is drawn and 0; never without height. */
  readonly range: readonly [number, number];
}

/** The difference of a measure over the run. */
export function differenceOverTime(
  sides: Sides,
  measure: ComparedMeasure,
  pairs: PairedRuns | undefined,
): DifferenceFigure {
  const { firstMonth, months } = sides.b.record;
  const inMonths = <Value>(valueAt: (month: number) => Value): readonly Value[] =>
    Array.from({ length: months }, (_, at) => valueAt(firstMonth + at));
  const values = inMonths((month) => differenceAt(sides, measure, month));
  const band =
    pairs === undefined || pairs.scenario.length < fewestPairs
      ? []
      : inMonths((month) => boundsOf(spreadOver(pairs, measure, { from: month, until: month }, sides.sign)));
  const marks = marksOf((sides.sign === 1 ? sides.b : sides.a).changes);
  return { measure, firstMonth, months, values, band, marks, range: rangeOf([...values, ...band.flat()]) };
}

function boundsOf(spread: DifferenceSpread): readonly [number, number] {
  if (spread.kind === 'range') return [spread.low, spread.high];
  return spread.kind === 'none' ? [0, 0] : [Number.NaN, Number.NaN];
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  return low === high ? [-1, 1] : [low, high];
}
