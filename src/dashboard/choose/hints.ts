import { exportWords } from '../export-choice.ts';
import { fitLines, fitText, type Line, type Size, span, spread } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Theme } from '../theme.ts';
import type { ChooseState } from './state.ts';

const right = ' ? help  q quit ';

/** The last line: the filter being typed, what is to be said, or as many hints as fit; always help and quit. */
export function chooseHints(state: ChooseState, columns: number, theme: Theme): Line {
  if (state.isTyping) {
    const left = [
      span(' filter: /', 'mark'),
      span(`${state.filters.choices ?? ''}_`, 'strong'),
      span('  Enter done  Esc cancel', 'dim'),
    ];
    return spread(left, [span(right, 'dim')], columns);
  }
  if (state.isExporting) return spread([span(` ${exportWords}`, 'mark')], [span(right, 'dim')], columns);
  if (state.notice !== '')
    return spread([span(` ${state.notice}`, 'warn')], [span(right, 'strong')], columns);
  let left = ' ';
  for (const wish of wishesFor(state, theme))
    if (left.length + wish.length + 2 + right.length <= columns) left += `${wish}  `;
  return spread([span(left, 'dim')], [span(right, 'strong')], columns);
}

function wishesFor({ overlay, marks, filters, isZoomed }: ChooseState, theme: Theme): readonly string[] {
  const { updown } = theme.glyphs;
  if (overlay === 'help') return ['Esc back'];
  if (overlay === 'refusal') return ['Esc back', `${updown} scroll`];
  const enter = marks.length === 2 ? 'Enter compare' : 'Enter watch';
  const choosing = [enter, `${updown} choose`, 'c compare', '/ filter', 'o O sort'];
  const taking = ['Tab panel', 'z zoom', 'e export', 'y copy'];
  if (isZoomed) return ['Esc back', ...choosing, ...taking];
  const back = (filters.choices ?? '') !== '' ? ['Esc show all'] : marks.length > 0 ? ['Esc unmark'] : [];
  return [...back, ...choosing, ...taking];
}

/** What to press first: three lines, for whoever has never been here. */
export function firstHint(columns: number, theme: Theme): readonly Line[] {
  const { arrows, updown } = theme.glyphs;
  return [
    ` ${updown} choose, Enter plays it as you watch, Esc comes back.`,
    ` In a run: space pauses, ${arrows} a month, Enter why, ? help.`,
    ' c on two, then Enter, compares them. Any key ends this.',
  ].map((text) => [span(fitText(text, columns, theme.glyphs.ellipsis))]);
}

const keys: readonly (readonly [string, string])[] = [
  ['up down, j k', 'choose a row; PgUp PgDn ten, Home End ends'],
  ['Enter', 'watch it; with two marked: compare them'],
  ['c', 'mark A, then B; a third pushes A out'],
  ['/', 'filter: every key is text until Enter, Esc'],
  ['o, O', 'order by difficulty or name; turned round'],
  ['Tab, z', 'next panel; the panel alone, and back'],
  ['e, y, %', 'export, copy the panel, mouse on or off'],
  ['g, t', 'other characters, other colours'],
  ['Esc', 'from a run to this list; filter, marks off'],
  ['? Esc', 'this help; back'],
  ['q, Ctrl-C', 'leave'],
];

const reading =
  'Scenarios are YAML files: those shipped, yours here and in ./scenarios. Studies are folders that batch left, here and in ./output. What is watched leaves no tables; run and batch write them. ! marks a file with problems.';

/** The keys, and what the list shows. */
export function chooseHelp(size: Size, theme: Theme): readonly Line[] {
  const rows = keys.map(
    ([key, meaning]): Line => [
      span(` ${fitText(key, 14)} `, 'strong'),
      span(fitText(meaning, Math.max(0, size.columns - 16), theme.glyphs.ellipsis)),
    ],
  );
  const prose = proseLines(reading, size.columns - 2).map((line): Line => [span(' '), ...line]);
  return fitLines([...rows, ...(rows.length + prose.length < size.rows ? [[]] : []), ...prose], size);
}
