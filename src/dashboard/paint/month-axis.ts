import { nameMonth, yearOf } from '../../engine/calendar.ts';
import type { Mark } from '../../figures/figure.ts';
import type { Theme } from '../theme.ts';
import { fitLine, type Line, span } from './line.ts';

/** Months along an axis of `columns` cells. */
export interface MonthSpan {
  readonly firstMonth: number;
  readonly months: number;
}

/** Column of a month on an axis of `columns` cells: the first month at 0, the last at the right edge. */
export function columnOfMonth(month: number, range: MonthSpan, columns: number): number {
  if (range.months < 2) return 0;
  return Math.round(((month - range.firstMonth) / (range.months - 1)) * (columns - 1));
}

/** The axis itself: dashes, words for its start, and under each mark its number and, where there is room, its date. */
export function markedAxis(
  marks: readonly Mark[],
  range: MonthSpan,
  startWords: string,
  columns: number,
  theme: Theme,
): Line {
  const cells = Array.from({ length: Math.max(0, columns) }, () => span(theme.glyphs.axis, 'dim'));
  const write = (at: number, text: string, style: 'dim' | 'mark'): void => {
    for (const [index, character] of [...text].entries())
      if (at + index >= 0 && at + index < columns) cells[at + index] = span(character, style);
  };
  const shown = marks.filter((mark) => isInside(mark.month, range));
  if (columns >= startWords.length) write(0, startWords, 'dim');
  for (const [index, mark] of shown.entries()) {
    const at = columnOfMonth(mark.month, range, columns);
    const next = shown[index + 1];
    const end = next === undefined ? columns : columnOfMonth(next.month, range, columns);
    const words = [
      `${theme.glyphs.mark}${mark.number} ${nameMonth(mark.month)}`,
      `${theme.glyphs.mark}${mark.number}`,
    ];
    write(at, words.find((text) => at + text.length < end) ?? theme.glyphs.mark, 'mark');
  }
  return fitLine(cells, columns);
}

/** Years under an axis, each at its January, as many as fit. */
export function yearLabels(range: MonthSpan, columns: number): Line {
  let text = '';
  for (let month = range.firstMonth; month < range.firstMonth + range.months; month++) {
    if (month % 12 !== 1 && month !== range.firstMonth) continue;
    const at = columnOfMonth(month, range, columns);
    const isFree = text === '' ? at === 0 : at >= text.length + 2;
    if (isFree && at + 4 <= columns) text = text.padEnd(at) + yearOf(month);
  }
  return fitLine([span(text, 'dim')], columns);
}

function isInside(month: number, range: MonthSpan): boolean {
  return month >= range.firstMonth && month < range.firstMonth + range.months;
}
