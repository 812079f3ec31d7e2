import type { Theme } from '../theme.ts';
import { fitLine, type Line, span } from './line.ts';
import { asciiText, safeText } from './safe-text.ts';

/** Names come from files: every text is made safe for a terminal last, where nothing can slip by. Lines keep their `columns`. */
export function safeLines(lines: readonly Line[], columns: number, theme: Theme): readonly Line[] {
  const safe = theme.glyphs.name === 'ascii' ? asciiText : safeText;
  return lines.map((line) =>
    fitLine(
      line.map(({ text, style }) => span(safe(text), style)),
      columns,
    ),
  );
}
