import type { SpreadFigure } from '../../figures/outcome-spread.ts';
import type { Theme } from '../theme.ts';
import { fitLines, type Line, type Size, span } from './line.ts';

/** Upright bars of how many runs lie where, a mark under the mean, and below the lowest and highest edge with the mean between them. */
export function spreadBars(
  figure: SpreadFigure,
  format: (value: number) => string,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const rows = size.rows - 2;
  const each = Math.max(1, Math.floor(size.columns / figure.counts.length));
  const columns = Math.min(size.columns, each * figure.counts.length);
  if (rows < 1 || columns < 1) return fitLines([], size);
  const bars = Array.from({ length: rows }, (_, row) => [
    span(
      figure.counts
        .map((count) => barCell(count / figure.most, rows - 1 - row, rows, theme).repeat(each))
        .join(''),
    ),
  ]);
  return fitLines([...bars, axis(figure, columns, theme), labels(figure, format, size.columns)], size);
}

/** What a bar of a share of the full height shows in the cell `up` rows above the foot. */
function barCell(share: number, up: number, rows: number, theme: Theme): string {
  const { heights } = theme.glyphs;
  const eighths = share > 0 ? Math.max(1, Math.round(share * rows * heights.length)) : 0;
  const here = Math.min(heights.length, eighths - up * heights.length);
  return here > 0 ? heights[here - 1] : ' ';
}

function axis({ low, high, mean }: SpreadFigure, columns: number, theme: Theme): Line {
  const { axis: dash, mark } = theme.glyphs;
  const at = Math.max(0, Math.min(columns - 1, Math.floor(((mean - low) / (high - low)) * columns)));
  return [span(dash.repeat(at), 'dim'), span(mark, 'mark'), span(dash.repeat(columns - at - 1), 'dim')];
}

function labels({ low, high, mean }: SpreadFigure, format: (value: number) => string, columns: number): Line {
  const [left, right] = [format(low), format(high)];
  const middle = `mean ${format(mean)}`;
  const free = columns - left.length - right.length - middle.length;
  if (free < 2) return [span(middle, 'mark')];
  const before = Math.floor(free / 2);
  return [
    span(left, 'dim'),
    span(' '.repeat(before) + middle + ' '.repeat(free - before), 'mark'),
    span(right, 'dim'),
  ];
}
