import type { Theme } from '../theme.ts';
import type { DotCanvas } from './dot-canvas.ts';
import { fitText, type Line, span } from './line.ts';

/** Cells left of a chart whose line has bounds: the numbers of the range and the line beside them. */
export const rangeGutter = 10;

/** What is known at one place of a line; NaN or undefined bounds where there are none. */
export interface BoundedPoint {
  readonly mid: number;
  readonly bounds: readonly number[];
}

/** The smallest and the largest value that a chart shows, never equal. */
export type ChartRange = readonly [low: number, high: number];

/** A line through dots 0 to `end`, its bounds as dots above and below. Unknown values part the line. */
export function drawBoundedLine(
  canvas: DotCanvas,
  range: ChartRange,
  end: number,
  pointAt: (x: number) => BoundedPoint,
  theme: Theme,
): void {
  let before: number | undefined;
  for (let x = 0; x < end; x++) {
    const { mid } = pointAt(x);
    const y = Number.isFinite(mid) ? dotRow(mid, canvas.down, range) : undefined;
    if (y !== undefined) drawStep(canvas, x, before ?? y, y);
    before = y;
  }
  drawBounds(canvas, range, end, pointAt, theme);
}

/** From the height before to the next one, without a gap. */
function drawStep(canvas: DotCanvas, x: number, before: number, y: number): void {
  const from = before + Math.sign(y - before);
  for (let at = Math.min(from, y); at <= Math.max(from, y); at++) canvas.dot(x, at, 'strong');
}

/** Bounds outside the range are left out. Where a cell has few dots, bounds are marks of their own, since dots would read as the line. */
function drawBounds(
  canvas: DotCanvas,
  range: ChartRange,
  end: number,
  pointAt: (x: number) => BoundedPoint,
  theme: Theme,
): void {
  const { dots, guide } = theme.glyphs;
  for (let x = 0; x < end; x += 2) {
    for (const bound of pointAt(x).bounds) {
      if (!(bound >= range[0] && bound <= range[1])) continue;
      const y = dotRow(bound, canvas.down, range);
      if (dots.across > 1) canvas.dot(x + (x % 4 === 0 ? 0 : 1), y, 'plain');
      else canvas.under(x, Math.floor(y / dots.down), guide, 'dim');
    }
  }
}

/** Row of a value among `down` rows, 0 at the top; values outside the range lie on its edge. */
export function dotRow(value: number, down: number, [low, high]: ChartRange): number {
  return Math.max(0, Math.min(down - 1, Math.round(((high - value) / (high - low)) * (down - 1))));
}

/** The value of a row halfway down. */
export function middleOfRange([low, high]: ChartRange, rows: number): number {
  return high - ((high - low) * Math.floor((rows - 1) / 2)) / Math.max(1, rows - 1);
}

/** The ends of the range and, where there is room, a value between them at its height; `rangeGutter` cells wide. */
export function rangeLabels(
  range: ChartRange,
  between: number,
  format: (value: number) => string,
  rows: number,
  theme: Theme,
): readonly Line[] {
  const labels = Array.from({ length: rows }, () => '');
  if (rows >= 5) labels[dotRow(between, rows, range)] = format(between);
  const [low, high] = range;
  labels[rows - 1] = format(low);
  labels[0] = format(high);
  const { ellipsis, tick, post } = theme.glyphs;
  return labels.map((label) => [
    span(fitText(label, rangeGutter - 1, ellipsis, 'right'), 'dim'),
    span(label === '' ? post : tick, 'dim'),
  ]);
}
