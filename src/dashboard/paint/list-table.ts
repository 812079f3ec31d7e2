import type { Theme } from '../theme.ts';
import { fitLines, fitText, type Line, type Size, type Style, span } from './line.ts';

/** A column of a list. */
export interface Column<Row> {
  readonly heading: string;
  /** Cells it needs. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Columns of a higher rank are left out first where there is no room; 0 stays. */
  readonly rank: number;
  /** Takes what the others leave, up to `most` cells; what is left then goes to the next that grows. */
  readonly grows?: boolean;
  readonly most?: number;
  readonly text: (row: Row) => string;
  /** Undefined for the usual one, which tells the row under the cursor apart. */
  readonly style?: (row: Row) => Style | undefined;
}

/** A heading and as many rows as fit, scrolled so that the one under the cursor is seen; exactly `size`. */
export function listTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  cursor: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const fitted = fitColumns(columns, size.columns - 1);
  const visible = Math.max(0, size.rows - 1);
  const from = firstVisible(rows.length, cursor, visible);
  const heading = fitted.map(({ heading: text, width, align }) => fitText(text, width, '', align)).join(' ');
  const lines = rows
    .slice(from, from + visible)
    .map((row, at) => rowLine(row, fitted, from + at === cursor, theme));
  return fitLines([[span(` ${heading}`, 'dim')], ...lines], size);
}

/** First row shown of a list that keeps the selected one near its middle. */
export function firstVisible(count: number, selected: number, visible: number): number {
  return Math.max(0, Math.min(selected - Math.floor(visible / 2), count - visible));
}

/** The row of a list that stands `row` lines below its first visible one, of so many visible; undefined where none does. */
export function rowShown(count: number, cursor: number, visible: number, row: number): number | undefined {
  const at = firstVisible(count, cursor, visible) + row;
  return row >= 0 && row < visible && at < count ? at : undefined;
}

/** Which rows of a long list are shown, `8-14 of 29`; empty where all are. */
export function shownPart(count: number, cursor: number, visible: number): string {
  if (count <= visible || visible < 1) return '';
  const from = firstVisible(count, cursor, visible);
  return `${from + 1}-${from + visible} of ${count}`;
}

function fitColumns<Row>(columns: readonly Column<Row>[], room: number): readonly Column<Row>[] {
  const needs = (some: readonly Column<Row>[]): number =>
    some.reduce((sum, { width }) => sum + width, 0) + some.length - 1;
  let kept = columns;
  for (let rank = Math.max(...columns.map((column) => column.rank)); rank > 0 && needs(kept) > room; rank--)
    kept = kept.filter((column) => column.rank !== rank);
  return grown(kept, room - needs(kept));
}

/** Spare cells, or the lack of some, shared out from left to right among columns that grow. */
function grown<Row>(columns: readonly Column<Row>[], spare: number): readonly Column<Row>[] {
  let left = spare;
  return columns.map((column) => {
    if (!column.grows) return column;
    const width = Math.max(1, Math.min(column.most ?? Number.POSITIVE_INFINITY, column.width + left));
    left -= width - column.width;
    return { ...column, width };
  });
}

function rowLine<Row>(row: Row, columns: readonly Column<Row>[], isSelected: boolean, theme: Theme): Line {
  const cells = columns.flatMap(({ width, align, text, style, grows }, index) => {
    const shown = fitText(text(row), width, theme.glyphs.ellipsis, align);
    const look = style?.(row) ?? (isSelected && grows ? 'selected' : 'plain');
    return index === 0 ? [span(shown, look)] : [span(' '), span(shown, look)];
  });
  return [span(isSelected ? '>' : ' ', 'mark'), ...cells];
}
