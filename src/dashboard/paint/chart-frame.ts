import type { TimeFigure } from '../../figures/figure.ts';
import { niceTicks } from '../../figures/scale.ts';
import type { Size } from './line.ts';

/** Cells left of a chart: numbers of ticks and the line beside them. */
export const tickColumns = 6;

/** Where things stand inside the chart's area, in cells. */
export interface ChartFrame {
  readonly columns: number;
  readonly rows: number;
  readonly gutter: number;
  /** Part of the gutter for changes against another run; 0 for none. */
  readonly changes: number;
  readonly axisRows: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** How a figure is laid out in an area; `columns` and `rows` may be below 1 where there is no room. */
export function frameOf(figure: TimeFigure, size: Size): ChartFrame {
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
    changes: size.columns >= 56 ? changeColumns(figure, size) : 0,
    axisRows,
    low: ticks[0],
    high,
    ticks: ticks.filter((tick) => tick <= high),
  };
}

/** Room for letter, name and value, and for the change against another run where the chart is wide enough to give it. */
function gutterColumns(figure: TimeFigure, size: Size): number {
  const longest = Math.max(...figure.series.map((series) => series.label.length), 0);
  return Math.min(longest + 9, Math.floor(size.columns * 0.3)) + changeColumns(figure, size);
}

function changeColumns(figure: TimeFigure, size: Size): number {
  return figure.against !== undefined && size.columns >= 70 ? 7 : 0;
}

/** How many of the figure's series a chart of that size draws. */
export function chartedSeries(figure: TimeFigure, size: Size): number {
  return Math.min(figure.series.length, Math.max(1, frameOf(figure, size).rows));
}

/** Row of a value among `down` rows of dots or cells, 0 at the top; values outside the chart, and unknown ones, lie on its edge. */
export function heightOf(value: number, frame: ChartFrame, down: number): number {
  const clipped = Math.min(frame.high, Math.max(frame.low, Number.isFinite(value) ? value : frame.low));
  return Math.round(((frame.high - clipped) / (frame.high - frame.low)) * (down - 1));
}
