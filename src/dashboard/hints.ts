import { compareWishes } from './compare/compare-hints.ts';
import { exportWords } from './export-choice.ts';
import { fitLine, fitLines, fitText, type Line, type Size, span, spread } from './paint/line.ts';
import { wrapText } from './paint/prose.ts';
import { phaseOf } from './predict/prediction.ts';
import type { ScreenState } from './screen-state.ts';
import type { Theme } from './theme.ts';
import type { Typing } from './typing.ts';
import { viewHelp } from './view-help.ts';

const always = ' ? help  q quit ';

/** Cells that a notice may take in the last line. */
export function hintRoom(columns: number): number {
  return columns - always.length - 1;
}

/** The last line of every screen: what is being typed, or as many hints as fit, and always help and quit. */
export function hintLine(columns: number, theme: Theme, state: ScreenState): Line {
  const right = always;
  const { typing, notice } = state;
  if (typing !== undefined) {
    const left = [
      span(promptOf(typing, columns, theme), 'mark'),
      span(`${typing.text}_`, 'strong'),
      span(`  Enter ${typing.what === 'value' ? 'play it anew' : 'done'}  Esc cancel`, 'dim'),
    ];
    return spread(left, [span(right, 'dim')], columns);
  }
  if (state.isExporting) return spread([span(` ${exportWords}`, 'mark')], [span(right, 'dim')], columns);
  if (notice !== '' && notice.length <= hintRoom(columns))
    return spread([span(` ${notice}`, 'warn')], [span(right, 'strong')], columns);
  let left = ' ';
  for (const wish of wishesFor(state, theme))
    if (left.length + wish.length + 2 + right.length <= columns) left += `${wish}  `;
  return spread([span(left, 'dim')], [span(right, 'strong')], columns);
}

/** What a line being typed is; a parameter's name is cut, so that what is typed is seen. */
function promptOf({ what, parameter }: Typing, columns: number, theme: Theme): string {
  if (what === 'month') return ' go to month (2020-01): ';
  if (parameter === undefined) return ' filter: /';
  const { name, text } = parameter;
  const now = `, now ${text}: `;
  const room = Math.max(8, Math.floor(columns / 2) - 9 - now.length);
  return ` ${name.length > room ? fitText(name, room, theme.glyphs.ellipsis) : name}${now}`;
}

function wishesFor(state: ScreenState, theme: Theme): readonly string[] {
  const { overlay, view, post, trail, isZoomed, thrown } = state;
  const { arrows, updown } = theme.glyphs;
  if (overlay === 'help') return ['Esc back'];
  if (overlay === 'log') return ['Esc back', `${updown} scroll`, 'Enter why', '/ filter', `${arrows} month`];
  const asked = phaseOf(state);
  if (asked === 'asking') return ['1-9 0 answer', `${updown} choose`, 'Enter answer', 'Esc skip', 'L log'];
  if (asked === 'judged')
    return ['Enter close', `${updown} questions`, `${arrows} month`, 'space play on', 'L log'];
  const comparing = compareWishes(state, theme);
  if (comparing !== undefined) return comparing;
  const back = trail.length > 0 || post !== undefined || isZoomed ? ['Esc back'] : [];
  const month = `${arrows} month`;
  if (view === 'run') return [...back, ...runWishes(month, updown)];
  if (view === 'batch')
    return [...back, `${updown} scenario`, 'm M outcome', 'f failures', 'Tab panel', 'z zoom'];
  const here = view === 'crossings' && post === undefined ? 'Enter zoom in' : 'Enter why';
  return [
    ...back,
    `${updown} choose`,
    here,
    ...(view === 'params' ? ['c change', ...(thrown.shocks.length > 0 ? ['u undo'] : [])] : []),
    'Tab panel',
    'z zoom',
    month,
    's shock',
    '/ filter',
    'o O sort',
    ': go to',
    'L log',
    'space play/pause',
    'e export',
    'y copy',
  ];
}

const keys: readonly (readonly [string, string])[] = [
  ['1 to 6', 'Run, Compare, Batch, Crossings, Why, Params'],
  ['space', 'play or pause; at the end, play again'],
  ['left right, h l', 'a month back, a month on; [ ] a year; Home End first, last month'],
  [':', 'go to a month, typed 2020-01'],
  ['+ -', 'faster, slower: 1, 2, 4, 8 months a second, max'],
  ['up down, j k', 'choose a row; PgUp PgDn ten rows'],
  ['Enter, Esc', 'why, or closer; back to where you were'],
  ['Tab, Shift+Tab', 'next panel, panel before; z: the panel alone, and back'],
  ['o, O', 'other order of the list; the other way round'],
  ['/', 'filter the list: every key is text until Enter or Esc'],
  ['L', 'the full event log'],
  ['e, y, %', 'export CSV, JSON, text, SVG; copy the panel; mouse on or off'],
  ['s u U, p', 'throw a shock in, undo, redo; class view: two charts, one sentence'],
  ['g, t', 'characters: braille, block, ascii; theme: dark, light, mono'],
  ['? Esc', 'this help; back'],
  ['q, Ctrl-C', 'leave'],
];

function runWishes(month: string, updown: string): readonly string[] {
  const play = ['space play/pause', month, 's shock', '[ ] year', '+ - speed', 'Enter why'];
  return [
    ...play,
    'Tab panel',
    'z zoom',
    'L log',
    `${updown} faction`,
    'o sort',
    ': go to',
    '/ filter',
    'e export',
    'y copy',
  ];
}

/** The keys, and how to read the view. */
export function helpLines(size: Size, theme: Theme, { view, post }: ScreenState): readonly Line[] {
  const rows = keys.map(
    ([key, meaning]): Line => [
      span(` ${fitText(key, 16)} `, 'strong'),
      span(fitText(meaning, Math.max(0, size.columns - 18), theme.glyphs.ellipsis)),
    ],
  );
  const prose = viewHelp(view, post !== undefined)
    .flatMap((text) => wrapText(text, Math.max(20, size.columns - 2)))
    .map((text): Line => [span(` ${text}`)]);
  const spaced = keys.length + prose.length + 1 <= size.rows ? [fitLine([], size.columns)] : [];
  const all = [...prose, ...spaced, ...rows];
  return fitLines(
    all.length <= size.rows ? all : [...prose.slice(0, Math.max(0, size.rows - keys.length)), ...rows],
    size,
  );
}
