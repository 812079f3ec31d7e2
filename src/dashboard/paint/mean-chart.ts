import { type MeanFigure, meanAt } from '../../figures/mean-so-far.ts';
import type { Theme } from '../theme.ts';
import { type BoundedPoint, drawBoundedLine, rangeGutter, rangeLabels } from './bounded-line.ts';
import { createCanvas } from './dot-canvas.ts';
import { beside, fitLines, type Line, type Size, span } from './line.ts';

/** The mean as a line, its 95% interval as dots above and below, against the number of runs. */
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
  const labels = rangeLabels(figure.range, format, area.rows, theme);
  const plot = beside(labels, rangeGutter, canvas.lines());
  return fitLines([...plot, runsAxis(figure.runs, area.columns, theme)], size);
}

function pointAt(figure: MeanFigure, runs: number): BoundedPoint {
  const { mean, halfWidth } = meanAt(figure, runs);
  return { mid: mean, bounds: halfWidth === null ? [] : [mean - halfWidth, mean + halfWidth] };
}

function runsAxis(runs: number, columns: number, theme: Theme): Line {
  const { corner, axis } = theme.glyphs;
  const end = ` ${runs.toLocaleString('en')} runs`;
  const dashes = Math.max(0, columns - 2 - end.length);
  return [span(' '.repeat(rangeGutter - 1)), span(`${corner}0 ${axis.repeat(dashes)}${end}`, 'dim')];
}
