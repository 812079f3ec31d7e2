import { yearOf } from '../../engine/calendar.ts';
import type { DifferenceFigure } from '../../figures/difference-over-time.ts';
import { rangeFormat } from '../../figures/outcome-words.ts';
import type { Theme } from '../theme.ts';
import { type BoundedPoint, dotRow, drawBoundedLine, rangeGutter, rangeLabels } from './bounded-line.ts';
import { createCanvas, type DotCanvas } from './dot-canvas.ts';
import { beside, fitLines, type Line, type Size, span } from './line.ts';
import { columnOfMonth, markedAxis } from './month-axis.ts';

/** B - A as a line up to and with `month`, the middle 90% of the pairs as dots above and below, a dim line at 0, which the gutter names. */
export function differenceChart(
  figure: DifferenceFigure,
  month: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const area = { columns: size.columns - rangeGutter, rows: size.rows - 1 };
  if (area.columns < 4 || area.rows < 1) return fitLines([], size);
  const canvas = createCanvas(area, theme);
  const end = (columnOfMonth(month, figure, area.columns) + 1) * theme.glyphs.dots.across;
  const monthsADot = (figure.months - 1) / Math.max(1, canvas.across - 1);
  drawBoundedLine(
    canvas,
    figure.range,
    end,
    (x) => pointAt(figure, Math.min(Math.round(x * monthsADot), month - figure.firstMonth)),
    theme,
  );
  drawUnder(canvas, figure, area, theme);
  const labels = rangeLabels(figure.range, 0, formatOf(figure), area.rows, theme);
  const plot = beside(labels, rangeGutter, canvas.lines());
  const corner = [span(' '.repeat(rangeGutter - 1)), span(theme.glyphs.corner, 'dim')];
  const start = String(yearOf(figure.firstMonth));
  return fitLines(
    [...plot, [...corner, ...markedAxis(figure.marks, figure, start, area.columns, theme)]],
    size,
  );
}

function pointAt({ values, band }: DifferenceFigure, at: number): BoundedPoint {
  return { mid: values[at] ?? Number.NaN, bounds: band[at] ?? [] };
}

/** Numbers of the range; `0` for no difference. */
function formatOf({ range, measure }: DifferenceFigure): (value: number) => string {
  const format = rangeFormat(measure.unit, range);
  return (value) => (value === 0 ? '0' : format(value));
}

/** Dates of changes and the line of no difference, wherever nothing else is. */
function drawUnder(canvas: DotCanvas, figure: DifferenceFigure, area: Size, theme: Theme): void {
  for (const { month } of figure.marks)
    for (let row = 0; row < area.rows; row++)
      canvas.under(columnOfMonth(month, figure, area.columns), row, theme.glyphs.guide, 'dim');
  const zero = dotRow(0, area.rows, figure.range);
  for (let column = 0; column < area.columns; column++) canvas.under(column, zero, theme.glyphs.axis, 'dim');
}
