import type { Cause } from '../../figures/causes.ts';
import type { Theme } from '../theme.ts';
import { fitLines, fitText, type Line, type Size, span } from './line.ts';
import { firstVisible } from './list-table.ts';

/** Chains of events, each link a step further in than what caused it; exactly `size`. */
export function causeList(
  causes: readonly Cause[],
  cursor: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const from = firstVisible(causes.length, cursor, size.rows);
  const shown = causes.slice(from, from + size.rows);
  return fitLines(
    shown.map((cause, at) => causeLine(cause, from + at === cursor, size.columns, theme)),
    size,
  );
}

function causeLine(cause: Cause, isSelected: boolean, columns: number, theme: Theme): Line {
  const { corner, rule, ellipsis } = theme.glyphs;
  const depth = Math.min(cause.depth, 6);
  const lead = depth === 0 ? '' : `${'  '.repeat(depth - 1)}${corner}${rule}`;
  const room = Math.max(0, columns - 1 - cause.date.length - 1 - lead.length);
  return [
    span(isSelected ? '>' : ' ', 'mark'),
    span(`${cause.date} ${lead}`, 'dim'),
    span(fitText(cause.text, room, ellipsis), isSelected ? 'selected' : 'plain'),
  ];
}
