import { cellsOf, cutCells } from './cells.ts';
import { safeText } from './safe-text.ts';

/**
 * What a span of text is, never how it looks: the theme turns it into colour or leaves it.
 * `line-2` is text in the hue of revenue line 2, `fill-2` the inside of its bar, `edge-2` the letter at the bar's ends.
 */
export type Style =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'mark'
  | 'warn'
  | 'selected'
  | `line-${number}`
  | `fill-${number}`
  | `edge-${number}`
  | `faction-${number}`;

/** Text of one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** One row of the screen, from left to right. */
export type Line = readonly Span[];

/** Columns and rows in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Text with its style, plain unless said; what could move a terminal's cursor is left out, so that what is measured is what is shown. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text: safeText(text), style };
}

/** Cells that a line takes. */
export function widthOf(line: Line): number {
  return line.reduce((width, { text }) => width + cellsOf(text), 0);
}

/** The line cut or padded with spaces to exactly `width` cells. */
export function fitLine(line: Line, width: number): Line {
  const fitted: Span[] = [];
  let left = Math.max(0, width);
  for (const { text, style } of line) {
    const cut = cutCells(text, left);
    if (cut !== '') fitted.push(span(cut, style));
    left -= cellsOf(cut);
    // A wide character may leave a cell free; what follows it must not slip into that.
    if (cut !== text) break;
  }
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** Exactly `size.rows` lines of exactly `size.columns` cells: what is too much is cut, what lacks is blank. */
export function fitLines(lines: readonly Line[], size: Size): readonly Line[] {
  return Array.from({ length: Math.max(0, size.rows) }, (_, row) => fitLine(lines[row] ?? [], size.columns));
}

/** Text made safe, and cut with a final `…`, or padded, to exactly `width` cells. */
export function fitText(
  given: string,
  width: number,
  ellipsis = '…',
  align: 'left' | 'right' = 'left',
): string {
  const text = safeText(given);
  const cells = cellsOf(text);
  if (cells > width) return width <= 0 ? '' : cutWith(text, width, ellipsis);
  return align === 'left' ? text + ' '.repeat(width - cells) : ' '.repeat(width - cells) + text;
}

/** Left part, then right part at the right edge; the left part gives way. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = Math.max(0, width - widthOf(right));
  return fitLine([...fitLine(left, room), ...right], width);
}

/** Two blocks side by side; rows of the shorter one are blank. */
export function beside(left: readonly Line[], leftColumns: number, right: readonly Line[]): readonly Line[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) => [
    ...fitLine(left[row] ?? [], leftColumns),
    ...(right[row] ?? []),
  ]);
}

/** Cut and filled up: a wide character at the cut leaves a cell. */
function cutWith(text: string, width: number, ellipsis: string): string {
  const cut = cutCells(text, width - cellsOf(ellipsis)) + ellipsis;
  return cut + ' '.repeat(Math.max(0, width - cellsOf(cut)));
}
