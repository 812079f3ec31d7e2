import { compareWishes } from './compare/compare-hints.ts';
import { exportWords } from './export-choice.ts';
import { fitText, type Line, span, spread } from './paint/line.ts';
import { focusedPanel } from './panel.ts';
import { phaseOf } from './predict/prediction.ts';
import { runPanels } from './run-arrange.ts';
import type { ScreenState } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';
import type { Typing } from './typing.ts';

const always = ' ? help  q quit ';

/** Cells that a notice may take in the last line. */
export function hintRoom(columns: number): number {
  return columns - always.length - 1;
}

/** The last line of every screen: what is being typed, or as many hints as fit, and always help and quit. */
export function hintLine(
  columns: number,
  theme: Theme,
  { state, study }: Pick<Snapshot, 'state' | 'study'>,
): Line {
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
  for (const wish of wishesFor(state, study, theme))
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

function wishesFor(state: ScreenState, study: Snapshot['study'], theme: Theme): readonly string[] {
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
  if (view === 'run') return [...back, ...runWishes(state, month, updown)];
  if (view === 'batch' && study === undefined)
    return [...back, 'space play/pause', month, 's shock', 'L log'];
  if (view === 'batch') return [...back, `${updown} scenario`, ...batchWishes];
  const isOverAll = view === 'crossings' && post === undefined;
  return [
    ...back,
    `${updown} choose`,
    isOverAll ? 'Enter zoom in' : 'Enter why',
    ...(view === 'params' ? ['c change', ...(thrown.shocks.length > 0 ? ['u undo'] : [])] : []),
    'Tab panel',
    'z zoom',
    month,
    's shock',
    ...(post === undefined ? ['/ filter'] : []),
    ...(isOverAll || view === 'params' ? ['o O sort'] : []),
    ': go to',
    'L log',
    'space play/pause',
    'e export',
    'y copy',
  ];
}

const batchWishes = ['m M outcome', 'f failures', 'Tab panel', 'z zoom', 'e export', 'y copy'];

/** Enter leads on from a crossing to its picture, from everything else to why. */
function runWishes({ panel }: ScreenState, month: string, updown: string): readonly string[] {
  const enter = runPanels[focusedPanel(panel, runPanels.length)] === 'holders' ? 'zoom in' : 'why';
  const play = ['space play/pause', month, 's shock', '[ ] year', '+ - speed', `Enter ${enter}`];
  return [
    ...play,
    'Tab panel',
    'z zoom',
    'L log',
    `${updown} choose`,
    'o sort',
    ': go to',
    '/ filter',
    'e export',
    'y copy',
  ];
}
