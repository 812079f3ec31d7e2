import type { LogEntry } from '../../figures/event-log.ts';
import type { Theme } from '../theme.ts';
import { fitLines, fitText, type Line, type Size, span } from './line.ts';

/** The last entries that fit, oldest first, or those that end `back` entries before the last; with a cursor the entry that far back is marked. */
export function eventList(
  entries: readonly LogEntry[],
  back: number,
  size: Size,
  theme: Theme,
  hasCursor = false,
): readonly Line[] {
  const end = Math.max(Math.min(size.rows, entries.length), entries.length - back);
  const shown = entries.slice(Math.max(0, end - size.rows), end);
  const marked = hasCursor ? entries[entries.length - 1 - back] : undefined;
  const lines = shown.map((entry) => {
    if (!hasCursor) return entryLine(entry, size.columns, theme);
    const mark = span(entry === marked ? '>' : ' ', 'mark');
    return [mark, ...entryLine(entry, size.columns - 1, theme)];
  });
  return fitLines(lines, size);
}

/** Which entry stands `row` lines down in a list that ends `back` before the last; undefined where none does. */
export function entryAt(count: number, back: number, { rows }: Size, row: number): number | undefined {
  const end = Math.max(Math.min(rows, count), count - back);
  const at = Math.max(0, end - rows) + row;
  return row >= 0 && row < rows && at < end ? at : undefined;
}

function entryLine(entry: LogEntry, columns: number, theme: Theme): Line {
  const mark = entry.mark === undefined ? '' : `${theme.glyphs.mark}${entry.mark} `;
  const room = Math.max(0, columns - entry.date.length - 1 - mark.length);
  return [
    span(`${entry.date} `, 'dim'),
    span(mark, 'mark'),
    span(fitText(entry.text, room, theme.glyphs.ellipsis)),
  ];
}
