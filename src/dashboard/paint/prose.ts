import { fitLine, type Line, type Style, span } from './line.ts';

/** Prose in lines of at most `width` cells. */
export function proseLines(text: string, width: number, style: Style = 'plain'): readonly Line[] {
  return wrapText(text, Math.max(8, width)).map((line) => fitLine([span(line, style)], width));
}

/** Words in lines of at most `width` characters; a longer word stands alone. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
