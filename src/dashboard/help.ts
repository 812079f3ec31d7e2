import { helpKeys, type KeyHelp } from './help-keys.ts';
import { fitLines, fitText, type Line, type Size, type Span, span } from './paint/line.ts';
import { wrapText } from './paint/prose.ts';
import type { ScreenState } from './screen-state.ts';
import type { Theme } from './theme.ts';
import { viewHelp } from './view-help.ts';

/** From this width on keys stand in two columns; below they follow one another. */
const twoColumns = 76;
const keyCells = 11;

/** How to read the view, as many whole sentences as there is room for, and all keys, which come first where room is short. */
export function helpLines(size: Size, theme: Theme, { view, post }: ScreenState): readonly Line[] {
  const keys = helpKeys(view);
  const rows =
    size.columns < twoColumns ? inSequence(keys, size.columns) : sideBySide(keys, size.columns, theme);
  const prose = sentencesIn(viewHelp(view, post !== undefined), size.columns, size.rows - rows.length);
  const isSpaced = prose.length > 0 && prose.length + rows.length < size.rows;
  return fitLines([...prose, ...(isSpaced ? [[]] : []), ...rows], size);
}

/** The sentences, weightiest first, that fit whole into so many rows. */
function sentencesIn(sentences: readonly string[], columns: number, rows: number): readonly Line[] {
  const lines: Line[] = [];
  for (const sentence of sentences) {
    const wrapped = wrapText(sentence, Math.max(20, columns - 2));
    if (lines.length + wrapped.length > rows) break;
    lines.push(...wrapped.map((text): Line => [span(` ${text}`)]));
  }
  return lines;
}

/** Down the left column, then down the right. */
function sideBySide(keys: readonly KeyHelp[], columns: number, theme: Theme): readonly Line[] {
  const half = Math.ceil(keys.length / 2);
  const cells = Math.min(60, Math.floor(columns / 2));
  const cell = ([key, meaning]: KeyHelp): Line => [
    span(` ${fitText(key, keyCells)}`, 'strong'),
    span(fitText(meaning, cells - keyCells - 1, theme.glyphs.ellipsis)),
  ];
  return keys
    .slice(0, half)
    .map((left, at) => [...cell(left), ...(half + at < keys.length ? cell(keys[half + at]) : [])]);
}

/** One after another, as many on a line as fit. */
function inSequence(keys: readonly KeyHelp[], columns: number): readonly Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const [key, meaning] of keys) {
    const cells = key.length + meaning.length + 3;
    if (used > 0 && used + cells > columns) {
      lines.push([]);
      used = 0;
    }
    lines[lines.length - 1].push(span(` ${key} `, 'strong'), span(`${meaning} `));
    used += cells;
  }
  return lines;
}
