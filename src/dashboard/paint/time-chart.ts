import { yearOf } from '../../engine/calendar.ts';
import type { Series, TimeFigure } from '../../figures/figure.ts';
import { niceTicks } from '../../figures/scale.ts';
import type { Theme } from '../theme.ts';
import { createCanvas, type DotCanvas } from './dot-canvas.ts';
import { beside, fitLine, fitLines, fitText, type Line, type Size, span } from './line.ts';
import { columnOfMonth, markedAxis, yearLabels } from './month-axis.ts';

const tickColumns = 6;
/** Cells between two letters on a line, so that a line is known without colour. */
const letterEvery = 16;

/** Where things stand inside the chart's area, in cells. */
interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly gutter: number;
  readonly axisRows: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

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

/** How many of the figure's series a chart of that size draws. */
export function chartedSeries(figure: TimeFigure, size: Size): number {
  return Math.min(figure.series.length, Math.max(1, frameOf(figure, size).rows));
}

function frameOf(figure: TimeFigure, size: Size): Frame {
  const axisRows = size.rows >= 10 ? 2 : 1;
  const rows = size.rows - axisRows;
  const gutter = size.columns >= 56 ? gutterColumns(figure, size) : 7;
  const ticks = niceTicks(figure.range[0], figure.range[1], Math.max(1, Math.min(5, Math.floor(rows / 2))));
  // The largest value touches the top: rows are too few to spend any on the way to the next tick.
  const high = Math.max(figure.range[1], ticks[0] + 1e-9);
  return {
    columns: size.columns - tickColumns - gutter,
    rows,
    gutter,
    axisRows,
    low: ticks[0],
    high,
    ticks: ticks.filter((tick) => tick <= high),
  };
}

function gutterColumns(figure: TimeFigure, size: Size): number {
  const longest = Math.max(...figure.series.map((series) => series.label.length), 0);
  return Math.min(longest + 9, Math.floor(size.columns * 0.3));
}

function heightOf(value: number, frame: Frame, down: number): number {
  const clipped = Math.min(frame.high, Math.max(frame.low, Number.isFinite(value) ? value : frame.low));
  return Math.round(((frame.high - clipped) / (frame.high - frame.low)) * (down - 1));
}

function drawSeries(
  canvas: DotCanvas,
  figure: TimeFigure,
  series: Series,
  index: number,
  month: number,
  frame: Frame,
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

function drawGuides(canvas: DotCanvas, figure: TimeFigure, frame: Frame, theme: Theme): void {
  for (const mark of figure.marks)
    for (let row = 0; row < frame.rows; row++)
      canvas.under(columnOfMonth(mark.month, figure, frame.columns), row, theme.glyphs.guide, 'dim');
}

function tickLabels(frame: Frame, theme: Theme): readonly Line[] {
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

/** Names and values at the right, each as near to its line's end as the others allow. */
function gutterLabels(
  shown: readonly Series[],
  figure: TimeFigure,
  month: number,
  frame: Frame,
  theme: Theme,
): readonly Line[] {
  const value = (series: Series): number => series.values[month - figure.firstMonth] ?? Number.NaN;
  const order = [...shown].sort((a, b) => value(b) - value(a));
  const wanted = order.map((series) => heightOf(value(series), frame, frame.rows));
  const rows = spreadRows(wanted, frame.rows);
  const lines: Line[] = Array.from({ length: frame.rows }, () => []);
  for (const [index, series] of order.entries())
    lines[rows[index]] = gutterLabel(series, value(series), frame.gutter, theme);
  return lines.map((line) => fitLine(line, frame.gutter));
}

function gutterLabel(series: Series, value: number, width: number, theme: Theme): Line {
  const style = `line-${series.hue}` as const;
  const number = Number.isFinite(value) ? value.toFixed(Math.abs(value) < 99.95 ? 1 : 0) : '-';
  const name = fitText(series.label, Math.max(0, width - 9), theme.glyphs.ellipsis);
  return [
    span(` ${series.letter}`, style),
    span(width > 12 ? ` ${name} ` : '', style),
    span(number.padStart(5), 'plain'),
  ];
}

/** Distinct rows in rising order, each as near to the wanted one as it can be; there must be at least as many rows as wishes. */
export function spreadRows(wanted: readonly number[], rows: number): readonly number[] {
  const taken: number[] = [];
  for (const [index, wish] of wanted.entries()) {
    const earliest = index === 0 ? 0 : taken[index - 1] + 1;
    taken.push(Math.max(earliest, wish));
  }
  for (let index = taken.length - 1; index >= 0; index--)
    taken[index] = Math.min(taken[index], rows - (taken.length - index));
  return taken;
}
