import { yearOf } from '../../engine/calendar.ts';
import type { Series, TimeFigure } from '../../figures/figure.ts';
import type { Theme } from '../theme.ts';
import { type ChartFrame, chartedSeries, frameOf, heightOf, tickColumns } from './chart-frame.ts';
import { gutterLabels } from './chart-gutter.ts';
import { createCanvas, type DotCanvas } from './dot-canvas.ts';
import { beside, fitLines, fitText, type Line, type Size, span } from './line.ts';
import { columnOfMonth, markedAxis, yearLabels } from './month-axis.ts';

/** Cells between two letters on a line, so that a line is known without colour. */
const letterEvery = 16;

/**
 * A line chart over the whole run that is drawn up to and with `month`. Each line carries its letter, at its end and along it; the gutter
 * names the largest lines with their value in the month. Lines that find no room in the gutter are not drawn.
 */
export function timeChart(figure: TimeFigure, month: number, size: Size, theme: Theme): readonly Line[] {
  const frame = frameOf(figure, size);
  if (frame.columns < 4 || frame.rows < 1) return fitLines([], size);
  const shown = figure.series.slice(0, chartedSeries(figure, size));
  const canvas = createCanvas(frame, theme);
  for (const [index, series] of [...shown.entries()].reverse())
    drawSeries(canvas, figure, series, index, month, frame, theme);
  drawGuides(canvas, figure, frame, theme);
  const plot = beside(
    tickLabels(frame, theme),
    tickColumns,
    beside(canvas.lines(), frame.columns, gutterLabels(shown, figure, month, frame, theme)),
  );
  const startWords = frame.axisRows > 1 ? '' : String(yearOf(figure.firstMonth));
  const corner = [span(' '.repeat(tickColumns - 1)), span(theme.glyphs.corner, 'dim')];
  const axis = [...corner, ...markedAxis(figure.marks, figure, startWords, frame.columns, theme)];
  const years = [span(' '.repeat(tickColumns)), ...yearLabels(figure, frame.columns)];
  return fitLines([...plot, axis, ...(frame.axisRows > 1 ? [years] : [])], size);
}

function drawSeries(
  canvas: DotCanvas,
  figure: TimeFigure,
  series: Series,
  index: number,
  month: number,
  frame: ChartFrame,
  theme: Theme,
): void {
  const { across, down } = theme.glyphs.dots;
  const style = `line-${series.hue}` as const;
  const end = columnOfMonth(month, figure, frame.columns);
  const every = theme.glyphs.name === 'ascii' ? 1 : letterEvery;
  let before: number | undefined;
  for (let x = 0; x < (end + 1) * across; x++) {
    const y = heightOf(valueAt(series, figure, x, canvas.across, month), frame, canvas.down);
    const from = before === undefined ? y : before + Math.sign(y - before);
    for (let at = Math.min(from, y); at <= Math.max(from, y); at++) canvas.dot(x, at, style);
    before = y;
    const column = Math.floor(x / across);
    if (x % across === 0 && (column === end || column % every === (index * 3 + 2) % every))
      canvas.letter(column, Math.floor(y / down), series.letter, style);
  }
}

/** A series between its months, by straight lines; never past the shown month. */
function valueAt(series: Series, figure: TimeFigure, x: number, across: number, month: number): number {
  const position = across < 2 ? 0 : (x / (across - 1)) * (figure.months - 1);
  const at = Math.min(position, month - figure.firstMonth);
  const left = Math.floor(at);
  const right = Math.min(left + 1, figure.months - 1);
  return series.values[left] + (series.values[right] - series.values[left]) * (at - left);
}

function drawGuides(canvas: DotCanvas, figure: TimeFigure, frame: ChartFrame, theme: Theme): void {
  for (const mark of figure.marks)
    for (let row = 0; row < frame.rows; row++)
      canvas.under(columnOfMonth(mark.month, figure, frame.columns), row, theme.glyphs.guide, 'dim');
}

function tickLabels(frame: ChartFrame, theme: Theme): readonly Line[] {
  const labels = Array.from({ length: frame.rows }, () => '');
  for (const tick of frame.ticks) labels[heightOf(tick, frame, frame.rows)] = tickText(tick);
  return labels.map((label) => [
    span(fitText(label, tickColumns - 1, '', 'right'), 'dim'),
    span(label === '' ? theme.glyphs.post : theme.glyphs.tick, 'dim'),
  ]);
}

function tickText(tick: number): string {
  return String(Number(tick.toPrecision(4)));
}
