import { fitLine, fitLines, fitText, type Line, type Size, span, spread } from './paint/line.ts';
import type { ScreenState } from './screen-state.ts';
import type { Theme } from './theme.ts';

/** The last line of every screen: as many hints as fit, and always help and quit. */
export function hintLine(columns: number, theme: Theme, overlay: ScreenState['overlay']): Line {
  const wishes = wishesFor(overlay, theme);
  const right = ' ? help  q quit ';
  let left = ' ';
  for (const wish of wishes) if (left.length + wish.length + 2 + right.length <= columns) left += `${wish}  `;
  return spread([span(left, 'dim')], [span(right, 'strong')], columns);
}

function wishesFor(overlay: ScreenState['overlay'], theme: Theme): readonly string[] {
  const { arrows, updown } = theme.glyphs;
  if (overlay === 'help') return ['Esc back'];
  if (overlay === 'log') return ['Esc back', `${updown} scroll`, `${arrows} month`];
  const play = ['space play/pause', `${arrows} month`, '[ ] year', '+ - speed'];
  return [...play, 'o sort', `${updown} faction`, 'L log', 'Home End'];
}

const keys: readonly (readonly [string, string])[] = [
  ['space', 'play or pause; at the end, play again'],
  ['left right, h l', 'a month back, a month on'],
  ['[ ]', 'a year back, a year on'],
  ['Home End', 'first month, last month'],
  ['+ -', 'faster, slower: 1, 2, 4, 8 months a second, max'],
  ['up down, j k', 'select a faction; in the log, scroll'],
  ['o', 'factions in file order or by income'],
  ['L or e', 'the full event log'],
  ['? Esc', 'this help; back'],
  ['q, Ctrl-C', 'leave'],
];

const reading: readonly string[] = [
  'Letters A, B, ... are factions; the letters in a bar are sources of income.',
  'A crossing shows its name, the faction with the largest share, and a bar of the goods that pass.',
  '- is held by officials, x is closed. Numbered marks are the changes of the scenario.',
];

/** The keys, and how to read the screen. */
export function helpLines(size: Size, theme: Theme): readonly Line[] {
  const rows = keys.map(
    ([key, meaning]): Line => [
      span(` ${fitText(key, 16)} `, 'strong'),
      span(fitText(meaning, Math.max(0, size.columns - 18), theme.glyphs.ellipsis)),
    ],
  );
  const prose = reading
    .flatMap((text) => wrapText(text, Math.max(20, size.columns - 2)))
    .map((text): Line => [span(` ${text}`)]);
  const spaced = keys.length + prose.length + 1 <= size.rows ? [fitLine([], size.columns)] : [];
  return fitLines([...rows, ...spaced, ...prose], size);
}

function wrapText(text: string, width: number): readonly string[] {
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
