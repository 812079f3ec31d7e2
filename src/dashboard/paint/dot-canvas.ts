import type { Theme } from '../theme.ts';
import { type Line, type Size, type Style, span } from './line.ts';

/** A field of dots that turns into characters; each cell keeps the style of what was drawn in it last, and letters cover dots. */
export interface DotCanvas {
  readonly across: number;
  readonly down: number;
  readonly dot: (x: number, y: number, style: Style) => void;
  readonly letter: (column: number, row: number, text: string, style: Style) => void;
  /** A letter only where nothing has been drawn yet. */
  readonly under: (column: number, row: number, text: string, style: Style) => void;
  readonly lines: () => readonly Line[];
}

interface Cell {
  bits: number;
  style: Style;
  letter: string;
}

/** A blank canvas of `size` cells. Dots and letters outside it are left out. */
export function createCanvas(size: Size, theme: Theme): DotCanvas {
  const { dots, cell: glyph } = theme.glyphs;
  const columns = Math.max(0, size.columns);
  const rows = Math.max(0, size.rows);
  const cells: Cell[] = Array.from({ length: columns * rows }, () => ({
    bits: 0,
    style: 'plain',
    letter: '',
  }));
  const cellAt = (column: number, row: number): Cell | undefined =>
    column < 0 || row < 0 || column >= columns || row >= rows ? undefined : cells[row * columns + column];
  return {
    across: columns * dots.across,
    down: rows * dots.down,
    dot(x, y, style) {
      const cell = cellAt(Math.floor(x / dots.across), Math.floor(y / dots.down));
      if (cell === undefined) return;
      cell.bits |= 1 << ((y % dots.down) * dots.across + (x % dots.across));
      cell.style = style;
    },
    letter(column, row, text, style) {
      const cell = cellAt(column, row);
      if (cell === undefined) return;
      cell.letter = text;
      cell.style = style;
    },
    under(column, row, text, style) {
      const cell = cellAt(column, row);
      if (cell === undefined || cell.bits !== 0 || cell.letter !== '') return;
      cell.letter = text;
      cell.style = style;
    },
    lines: () =>
      Array.from({ length: rows }, (_, row) =>
        cells
          .slice(row * columns, (row + 1) * columns)
          .map(({ bits, style, letter }) => span(letter === '' ? glyph(bits) : letter, style)),
      ),
  };
}
