import type { Side, Sides } from './compared-sides.ts';
import type { TimeFigure } from './figure.ts';
import { incomeBySource } from './income-by-source.ts';

/** Income by source of A and of B, both in one unit and on one scale. */
export function sourcesSideBySide({ a, b }: Sides): { readonly a: TimeFigure; readonly b: TimeFigure } {
  const [ofA, ofB] = [sources(a), sources(b)];
  const { scale, unit } = ofA.scale.divisor >= ofB.scale.divisor ? ofA : ofB;
  const [inA, inB] = [rescaled(ofA, scale), rescaled(ofB, scale)];
  const range = [Math.min(inA.range[0], inB.range[0]), Math.max(inA.range[1], inB.range[1])] as const;
  return { a: { ...inA, unit, range }, b: { ...inB, unit, range } };
}

function sources({ record, changes }: Side): TimeFigure {
  return incomeBySource(record, changes);
}

function rescaled(figure: TimeFigure, scale: TimeFigure['scale']): TimeFigure {
  const factor = figure.scale.divisor / scale.divisor;
  if (factor === 1) return figure;
  const [low, high] = figure.range;
  return {
    ...figure,
    scale,
    range: [low * factor, high * factor],
    series: figure.series.map((one) => ({ ...one, values: one.values.map((value) => value * factor) })),
  };
}
