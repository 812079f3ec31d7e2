import { type Gauge, gaugeMonths } from '../../figures/gauge.ts';
import { formatDifference, formatOutcome } from '../../figures/outcome-words.ts';
import type { Theme } from '../theme.ts';
import { beside, fitLines, fitText, type Line, type Size, span } from './line.ts';
import { firstVisible } from './list-table.ts';
import { sparkline } from './sparkline.ts';

/** Below this many cells gauges stand in one column only. */
const leastColumns = 36;
const valueColumns = 8;
const differenceColumns = 9;
const mostLabel = 24;
/** Longer labels are cut for the sake of the small bars, shorter ones never. */
const leastLabel = 17;
const leastTrend = 6;

interface Widths {
  readonly label: number;
  /** 0 where there is no other run, or no room. */
  readonly difference: number;
  readonly trend: number;
}

/** Whether differences to the other run are shown in a grid of that size. */
export function showsDifferences(gauges: readonly Gauge[], size: Size): boolean {
  return layOut(gauges, size).widths.difference > 0;
}

/** Gauges one below another, in as many columns as they need and find room: label, value, its difference to the other run, and the way there; scrolled to the selected one (-1: none). */
export function gaugeGrid(
  gauges: readonly Gauge[],
  selected: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const { rows } = size;
  if (rows < 1) return [];
  const { across, each, widths } = layOut(gauges, size);
  const from = firstVisible(gauges.length, selected, rows * across);
  const lines = gauges
    .slice(from, from + rows * across)
    .map((gauge, at) => gaugeLine(gauge, from + at === selected, widths, theme));
  const columns = Array.from({ length: across }, (_, at) => lines.slice(at * rows, (at + 1) * rows));
  const grid = columns.reduce<readonly Line[]>((left, right, at) => beside(left, at * each, right), []);
  return fitLines(grid, size);
}

/** Which gauge stands at a cell of that grid; undefined where none does. */
export function gaugeAt(
  gauges: readonly Gauge[],
  selected: number,
  size: Size,
  { column, row }: { readonly column: number; readonly row: number },
): number | undefined {
  const { across, each } = layOut(gauges, size);
  const isOutside = column < 0 || row < 0 || row >= size.rows || column >= across * each;
  if (isOutside) return undefined;
  const from = firstVisible(gauges.length, selected, size.rows * across);
  const at = from + Math.floor(column / each) * size.rows + row;
  return at < gauges.length ? at : undefined;
}

interface Layout {
  readonly across: number;
  /** Cells of one column, with the gap to the next. */
  readonly each: number;
  readonly widths: Widths;
}

function layOut(gauges: readonly Gauge[], { rows, columns }: Size): Layout {
  const needed = Math.ceil(gauges.length / Math.max(1, rows));
  const across = Math.max(1, Math.min(Math.floor(columns / leastColumns), needed));
  const each = Math.floor(columns / across);
  return { across, each, widths: widthsOf(gauges, across > 1 ? each - 2 : each) };
}

function widthsOf(gauges: readonly Gauge[], columns: number): Widths {
  const longest = Math.max(0, ...gauges.map(({ label }) => label.length));
  const withTrend = Math.max(leastLabel, columns - valueColumns - 3 - leastTrend);
  const label = Math.max(0, Math.min(longest, mostLabel, withTrend, columns - valueColumns - 2));
  const left = columns - 2 - label - valueColumns;
  const isCompared = gauges.some(({ compared }) => Number.isFinite(compared));
  const difference = isCompared && left >= differenceColumns + 2 + leastTrend ? differenceColumns : 0;
  const trend = Math.min(gaugeMonths, left - 1 - (difference > 0 ? difference + 1 : 0));
  return { label, difference, trend: trend >= leastTrend ? trend : 0 };
}

function gaugeLine(gauge: Gauge, isSelected: boolean, widths: Widths, theme: Theme): Line {
  const { value, compared, unit, trend } = gauge;
  const [label, number] = [
    fitText(gauge.label, widths.label, theme.glyphs.ellipsis),
    fitText(
      Number.isFinite(value) ? formatOutcome(value, unit) : '-',
      valueColumns,
      theme.glyphs.ellipsis,
      'right',
    ),
  ];
  const difference =
    widths.difference === 0
      ? []
      : [span(` ${fitText(differenceText(value - compared, unit), widths.difference, '', 'right')}`, 'mark')];
  const bars = widths.trend === 0 ? [] : [span(` ${sparkline(trend, widths.trend, theme)}`, 'dim')];
  return [
    span(isSelected ? '>' : ' ', 'mark'),
    span(label, isSelected ? 'selected' : 'plain'),
    span(` ${number}`),
    ...difference,
    ...bars,
  ];
}

/** `=` where no digit of it shows, nothing where there is no other run. */
function differenceText(difference: number, unit: Gauge['unit']): string {
  if (!Number.isFinite(difference)) return '';
  const text = formatDifference(difference, unit);
  return /[1-9]/.test(text) ? text : '=';
}
