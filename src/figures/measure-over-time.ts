import type { ComparedMeasure } from './compared-measures.ts';
import { measureAt, type Side, type Sides } from './compared-sides.ts';
import type { Series, TimeFigure } from './figure.ts';
import { marksOf } from './marks.ts';
import { type MoneyScale, moneyScale } from './numbers.ts';

/** A measure over the run for A, for B, and for both in one chart; all three on one scale. */
export interface MeasureOverTime {
  readonly a: TimeFigure;
  readonly b: TimeFigure;
  /** Marked are the changes of the scenario, whichever side it is on. */
  readonly both: TimeFigure;
}

/** The figures of a measure in the months of B's run. */
export function measureOverTime(sides: Sides, measure: ComparedMeasure): MeasureOverTime {
  const { firstMonth, months } = sides.b.record;
  const raw = ({ record }: Side): readonly number[] =>
    Array.from({ length: months }, (_, at) => measureAt(record, measure, firstMonth + at));
  const [ofA, ofB] = [raw(sides.a), raw(sides.b)];
  const known = [...ofA, ...ofB].filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const scale = scaleOf(measure, Math.max(high, -low));
  const series = (letter: string, hue: number, side: Side, values: readonly number[]): Series => ({
    ...{ letter, hue, label: side.name },
    values: values.map((value) => value / scale.divisor),
  });
  const chart = (lines: readonly Series[], marked: Side): TimeFigure => ({
    ...{ title: measure.label, unit: unitWords(measure, scale), scale, firstMonth, months, series: lines },
    marks: marksOf(marked.changes),
    range: [low / scale.divisor, high / scale.divisor],
  });
  const [a, b] = [series('A', 0, sides.a, ofA), series('B', 1, sides.b, ofB)];
  return {
    a: chart([{ ...a, label: '' }], sides.a),
    b: chart([{ ...b, label: '' }], sides.b),
    both: chart([a, b], sides.sign === 1 ? sides.b : sides.a),
  };
}

function scaleOf({ unit }: ComparedMeasure, largest: number): MoneyScale {
  if (unit === 'usd') return moneyScale(Math.max(1, largest));
  return unit === 'share' ? { divisor: 0.01, word: '%', suffix: '%' } : { divisor: 1, word: '', suffix: '' };
}

function unitWords({ unit }: ComparedMeasure, { word }: MoneyScale): string {
  if (unit === 'usd') return `${word} a month`;
  return unit === 'share' ? '%' : unit;
}
