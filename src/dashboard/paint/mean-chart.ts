import { type MeanFigure, meanAt } from '../../figures/mean-so-far.ts';
import type { Theme } from '../theme.ts';
import {
  type BoundedPoint,
  dotRow,
  drawBoundedLine,
  middleOfRange,
  rangeGutter,
  rangeLabels,
} from './bounded-line.ts';
import { createCanvas, type DotCanvas } from './dot-canvas.ts';
import { beside, fitLines, type Line, type Size, span } from './line.ts';

/** The mean as a line, its 95% interval as dots above and below, against the number of runs; dashes stand where a settled interval would end. */
export function meanChart(
  figure: MeanFigure,
  format: (value: number) => string,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const area = { columns: size.columns - rangeGutter, rows: size.rows - 1 };
  if (area.columns < 4 || area.rows < 1) return fitLines([], size);
  const canvas = createCanvas(area, theme);
  drawBoundedLine(
    canvas,
    figure.range,
    canvas.across,
    (x) => pointAt(figure, canvas.across < 2 ? figure.runs : (x / (canvas.across - 1)) * figure.runs),
    theme,
  );
  drawTarget(canvas, figure, area.columns, theme);
  const labels = rangeLabels(figure.range, middleOfRange(figure.range, area.rows), format, area.rows, theme);
  const plot = beside(labels, rangeGutter, canvas.lines());
  return fitLines([...plot, runsAxis(figure, area.columns, theme)], size);
}

function pointAt(figure: MeanFigure, runs: number): BoundedPoint {
  const { mean, halfWidth } = meanAt(figure, runs);
  return { mid: mean, bounds: halfWidth === null ? [] : [mean - halfWidth, mean + halfWidth] };
}

/** Every fourth cell, so that it is taken for a mark and not for a curve. */
function drawTarget(canvas: DotCanvas, figure: MeanFigure, columns: number, theme: Theme): void {
  const { axis, dots } = theme.glyphs;
  const [low, high] = figure.range;
  for (const value of figure.target) {
    if (value <= low || value >= high) continue;
    const row = Math.floor(dotRow(value, canvas.down, figure.range) / dots.down);
    for (let column = 2; column < columns; column += 4) canvas.under(column, row, axis, 'dim');
  }
}

function runsAxis({ runs, needed }: MeanFigure, columns: number, theme: Theme): Line {
  const { corner, axis } = theme.glyphs;
  const short = ` ${runs.toLocaleString('en')} runs`;
  const long = `${short}; about ${needed?.toLocaleString('en')} needed`;
  const end = needed !== undefined && needed > runs && long.length <= columns - 4 ? long : short;
  const dashes = Math.max(0, columns - 2 - end.length);
  return [span(' '.repeat(rangeGutter - 1)), span(`${corner}0 ${axis.repeat(dashes)}${end}`, 'dim')];
}
