import type { Mark } from '../../figures/figure.ts';
import type { Theme } from '../theme.ts';
import { fitLine, fitLines, type Line, type Size, span } from './line.ts';
import { columnOfMonth, type MonthSpan, yearLabels } from './month-axis.ts';

/** Where the run stands: a bar up to the month, marks of changes on it, years below when there is a second row. */
export function timelineBar(
  range: MonthSpan,
  marks: readonly Mark[],
  month: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const columns = Math.max(0, size.columns - 2);
  const here = columnOfMonth(month, range, columns);
  const cells = Array.from({ length: columns }, (_, column) =>
    column < here ? span(theme.glyphs.bar) : span(theme.glyphs.track, 'dim'),
  );
  for (const mark of marks) {
    const at = columnOfMonth(mark.month, range, columns);
    if (at >= 0 && at < columns) cells[at] = span(theme.glyphs.mark, 'mark');
  }
  if (here >= 0 && here < columns) cells[here] = span(theme.glyphs.here, 'strong');
  const bar = fitLine([span(' '), ...cells], size.columns);
  return fitLines([bar, [span(' '), ...yearLabels(range, columns)]], size);
}
