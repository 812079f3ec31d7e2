import { cellsOf, oneCellEach } from './cells.ts';
import { strokesOf } from './svg-strokes.ts';

/** Characters that stand side by side and are painted in one go. */
export interface Piece {
  readonly text: string;
  /** Cell of the first, and how many they take. */
  readonly column: number;
  readonly cells: number;
  /** Whether they are drawn as shapes, or written. */
  readonly isDrawn: boolean;
}

const graphemes = new Intl.Segmenter();

/** Runs of text of one kind, blanks left out; what may be wider or narrower than its cell in some font stands alone. */
export function pieces(text: string, from: number): readonly Piece[] {
  const found: Piece[] = [];
  let column = from;
  for (const { segment } of graphemes.segment(text)) {
    const [cells, isDrawn] = [cellsOf(segment), strokesOf(segment) !== undefined];
    const last = found.at(-1);
    const joins =
      last?.isDrawn === isDrawn &&
      last.column + last.cells === column &&
      isPlain(last.text) &&
      isPlain(segment);
    if (segment !== ' ') {
      if (joins) found[found.length - 1] = { ...last, text: last.text + segment, cells: last.cells + cells };
      else found.push({ text: segment, column, cells, isDrawn });
    }
    column += cells;
  }
  return found;
}

function isPlain(text: string): boolean {
  return oneCellEach.test(text);
}
