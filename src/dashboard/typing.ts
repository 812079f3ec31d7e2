import { formatMonth, parseMonth } from '../engine/calendar.ts';
import { finishEdit } from './edit-parameter.ts';
import type { Keystroke } from './keys.ts';
import type { ListName } from './place.ts';
import { play } from './player.ts';
import type { ScreenState } from './screen-state.ts';

/** A line being typed: a filter of a list, a month to go to, or a parameter's value. While it is there every key is text but Enter, Esc, Ctrl-C and the one that erases. */
export interface Typing {
  readonly what: 'filter' | 'month' | 'value';
  readonly text: string;
  /** The list that is filtered. */
  readonly list: ListName;
  /** The parameter that is given a value, and its present value as text. */
  readonly parameter?: { readonly name: string; readonly text: string };
}

const longest = 40;

/** The state with a line opened: a filter starts from the one that is set. */
export function startTyping(state: ScreenState, what: Typing['what'], list: ListName): ScreenState {
  const text = what === 'filter' ? (state.filters[list] ?? '') : '';
  return { ...state, typing: { what, text, list }, notice: '' };
}

/** The state after a key that is typed; a filter is in force while it is being written, and Esc takes it away. */
export function typeKey(state: ScreenState, typing: Typing, key: Keystroke): ScreenState {
  if (key.action === 'open') return finish(state, typing);
  if (key.action === 'close') return withText({ ...state, typing: undefined }, typing, '');
  const short = typed(typing.text, key);
  return withText({ ...state, typing: { ...typing, text: short } }, typing, short);
}

/** A text after a key that writes or erases, cut to what a line being typed may have. */
export function typed(text: string, key: Keystroke): string {
  const longer = key.action === 'erase' ? [...text].slice(0, -1).join('') : text + key.text;
  return [...longer].slice(0, longest).join('');
}

function withText(state: ScreenState, { what, list }: Typing, text: string): ScreenState {
  if (what !== 'filter') return state;
  return {
    ...state,
    filters: { ...state.filters, [list]: text },
    cursors: { ...state.cursors, [list]: 0 },
  };
}

function finish(state: ScreenState, { what, text, parameter }: Typing): ScreenState {
  const closed = { ...state, typing: undefined };
  if (parameter !== undefined) return finishEdit(closed, parameter, text);
  if (what === 'filter' || text === '') return closed;
  const { firstMonth, lastMonth, month } = state.player;
  const wanted = parseMonth(text);
  if (wanted === undefined || wanted < firstMonth || wanted > lastMonth) {
    const notice = `"${text}" is no month from ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`;
    return { ...closed, notice };
  }
  return { ...closed, player: play(state.player, { kind: 'step', months: wanted - month }) };
}
