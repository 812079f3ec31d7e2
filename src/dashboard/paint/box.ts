import type { Theme } from '../theme.ts';
import { fitLine, fitLines, fitText, type Line, type Size, span } from './line.ts';

/** A rule across the screen with a title in it, `─ Factions ─────`; a pointer leads the one in focus. */
export function rule(title: string, columns: number, theme: Theme, isFocused = false): Line {
  const { rule: dash, ellipsis } = theme.glyphs;
  const room = Math.max(0, columns - 4);
  const shown = title.length > room ? fitText(title, room, ellipsis) : title;
  const tail = dash.repeat(Math.max(0, columns - shown.length - 3));
  const lead = isFocused ? span(`${theme.glyphs.play} `, 'mark') : span(`${dash} `, 'dim');
  return fitLine([lead, span(shown, 'strong'), span(` ${tail}`, 'dim')], columns);
}

/** A box of exactly `size` around the lines, with a title in its upper edge; inside it is 4 columns and 2 rows smaller. */
export function box(
  title: string,
  inside: readonly Line[],
  size: Size,
  theme: Theme,
  isFocused = false,
): readonly Line[] {
  const [topLeft, topRight, bottomLeft, bottomRight, side] = theme.glyphs.box;
  const { rule: dash } = theme.glyphs;
  const width = Math.max(0, size.columns - 4);
  const edge = Math.max(0, size.columns - 2);
  const top = [span(topLeft, 'dim'), ...rule(title, edge, theme, isFocused), span(topRight, 'dim')];
  const bottom = [span(bottomLeft + dash.repeat(edge) + bottomRight, 'dim')];
  const body = fitLines(inside, { columns: width, rows: Math.max(0, size.rows - 2) });
  const lines = body.map((line) => [span(`${side} `, 'dim'), ...line, span(` ${side}`, 'dim')]);
  return fitLines([top, ...lines, bottom], size);
}
