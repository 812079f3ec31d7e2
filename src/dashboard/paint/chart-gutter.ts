import type { Series, TimeFigure } from '../../figures/figure.ts';
import type { Theme } from '../theme.ts';
import { type ChartFrame, heightOf } from './chart-frame.ts';
import { fitLine, fitText, type Line, span } from './line.ts';

/** Names and values at the right, each as near to its line's end as the others allow. */
export function gutterLabels(
  shown: readonly Series[],
  figure: TimeFigure,
  month: number,
  frame: ChartFrame,
  theme: Theme,
): readonly Line[] {
  const value = (series: Series): number => series.values[month - figure.firstMonth] ?? Number.NaN;
  const order = [...shown].sort((a, b) => value(b) - value(a));
  const wanted = order.map((series) => heightOf(value(series), frame, frame.rows));
  const rows = spreadRows(wanted, frame.rows);
  const lines: Line[] = Array.from({ length: frame.rows }, () => []);
  for (const [index, series] of order.entries())
    lines[rows[index]] = gutterLabel(series, month - figure.firstMonth, frame, theme);
  return lines.map((line) => fitLine(line, frame.gutter));
}

function gutterLabel(series: Series, at: number, frame: ChartFrame, theme: Theme): Line {
  const style = `line-${series.hue}` as const;
  const value = series.values[at] ?? Number.NaN;
  const width = frame.gutter - frame.changes;
  const number = Number.isFinite(value) ? value.toFixed(Math.abs(value) < 99.95 ? 1 : 0) : '-';
  const name = fitText(series.label, Math.max(0, width - 9), theme.glyphs.ellipsis);
  return [
    span(` ${series.letter}`, style),
    span(width > 12 ? ` ${name} ` : '', style),
    span(number.padStart(5), 'plain'),
    span(
      frame.changes > 0
        ? changeText(value - (series.against?.[at] ?? Number.NaN)).padStart(frame.changes)
        : '',
      'strong',
    ),
  ];
}

/** `-5.1`, `+0.2`; `=` where the two runs are equal to the last digit shown. */
function changeText(change: number): string {
  if (!Number.isFinite(change)) return '';
  const text = Math.abs(change).toFixed(Math.abs(change) < 99.95 ? 1 : 0);
  return Number(text) === 0 ? '=' : `${change < 0 ? '-' : '+'}${text}`;
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
