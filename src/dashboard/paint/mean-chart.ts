import { type MeanFigure, meanAt } from '../../figures/mean-so-far.ts';
import type { Theme } from '../theme.ts';
import { createCanvas, type DotCanvas } from './dot-canvas.ts';
import { beside, fitLines, fitText, type Line, type Size, span } from './line.ts';

/** Cells left of the chart: the numbers of the range and the line beside them. */
const gutter = 10;

/** The mean as a line, its 95% interval as dots above and below, against the number of runs; dashes stand where a settled interval would end. */
export function meanChart(
  figure: MeanFigure,
  format: (value: number) => string,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const area = { columns: size.columns - gutter, rows: size.rows - 1 };
  if (area.columns < 4 || area.rows < 1) return fitLines([], size);
  const canvas = createCanvas(area, theme);
  drawMean(canvas, figure);
  drawInterval(canvas, figure, theme);
  drawTarget(canvas, figure, area.columns, theme);
  const plot = beside(valueLabels(figure, format, area.rows, theme), gutter, canvas.lines());
  return fitLines([...plot, runsAxis(figure, area.columns, theme)], size);
}

function drawMean(canvas: DotCanvas, figure: MeanFigure): void {
  let before: number | undefined;
  for (let x = 0; x < canvas.across; x++) {
    const y = rowOf(meanAt(figure, runsAt(x, canvas, figure)).mean, canvas.down, figure);
    const from = before === undefined ? y : before + Math.sign(y - before);
    for (let at = Math.min(from, y); at <= Math.max(from, y); at++) canvas.dot(x, at, 'strong');
    before = y;
  }
}

/** Bounds outside the range are left out. Where a cell has few dots, bounds are marks of their own, since dots would read as the mean. */
function drawInterval(canvas: DotCanvas, figure: MeanFigure, theme: Theme): void {
  const { dots, guide } = theme.glyphs;
  const [low, high] = figure.range;
  for (let x = 0; x < canvas.across; x += 2) {
    const { mean, halfWidth } = meanAt(figure, runsAt(x, canvas, figure));
    if (halfWidth === null) continue;
    for (const bound of [mean - halfWidth, mean + halfWidth]) {
      if (bound < low || bound > high) continue;
      const y = rowOf(bound, canvas.down, figure);
      if (dots.across > 1) canvas.dot(x + (x % 4 === 0 ? 0 : 1), y, 'plain');
      else canvas.under(x, Math.floor(y / dots.down), guide, 'dim');
    }
  }
}

/** Every fourth cell, so that it is taken for a mark and not for a curve. */
function drawTarget(canvas: DotCanvas, figure: MeanFigure, columns: number, theme: Theme): void {
  const { axis, dots } = theme.glyphs;
  const [low, high] = figure.range;
  for (const value of figure.target) {
    if (value <= low || value >= high) continue;
    const row = Math.floor(rowOf(value, canvas.down, figure) / dots.down);
    for (let column = 2; column < columns; column += 4) canvas.under(column, row, axis, 'dim');
  }
}

function runsAt(x: number, { across }: DotCanvas, { runs }: MeanFigure): number {
  return across < 2 ? runs : (x / (across - 1)) * runs;
}

function rowOf(value: number, down: number, { range: [low, high] }: MeanFigure): number {
  return Math.max(0, Math.min(down - 1, Math.round(((high - value) / (high - low)) * (down - 1))));
}

/** The ends of the range and, where there is room, its middle. */
function valueLabels(
  { range: [low, high] }: MeanFigure,
  format: (value: number) => string,
  rows: number,
  theme: Theme,
): readonly Line[] {
  const labels = Array.from({ length: rows }, () => '');
  if (rows >= 5)
    labels[Math.floor((rows - 1) / 2)] = format(
      high - ((high - low) * Math.floor((rows - 1) / 2)) / (rows - 1),
    );
  labels[rows - 1] = format(low);
  labels[0] = format(high);
  const { ellipsis, tick, post } = theme.glyphs;
  return labels.map((label) => [
    span(fitText(label, gutter - 1, ellipsis, 'right'), 'dim'),
    span(label === '' ? post : tick, 'dim'),
  ]);
}

function runsAxis({ runs, needed }: MeanFigure, columns: number, theme: Theme): Line {
  const { corner, axis } = theme.glyphs;
  const short = ` ${runs.toLocaleString('en')} runs`;
  const long = `${short}; about ${needed?.toLocaleString('en')} needed`;
  const end = needed !== undefined && needed > runs && long.length <= columns - 4 ? long : short;
  const dashes = Math.max(0, columns - 2 - end.length);
  return [span(' '.repeat(gutter - 1)), span(`${corner}0 ${axis.repeat(dashes)}${end}`, 'dim')];
}
