import { formatProblem } from '../../engine/problem.ts';
import type { Choice } from '../../figures/choices.ts';
import type { PanelFocus } from '../draw-view.ts';
import { type Asking, askBeyond, chooseExport } from '../export-choice.ts';
import type { KeyAction, Keystroke } from '../keys.ts';
import { cursorOf, type Lists } from '../list-state.ts';
import { type LookTurns, turnLook } from '../look-keys.ts';
import { typed } from '../typing.ts';
import { rowsOf } from './rows.ts';

/** What the keys have done so far. */
export interface ChooseState extends Lists, Asking, PanelFocus, LookTurns {
  /** Whether the filter is being typed: every key is text then. */
  readonly isTyping: boolean;
  /** Paths of the scenarios marked to be compared, the older one first; at most two. */
  readonly marks: readonly string[];
  readonly overlay: 'none' | 'help' | 'refusal';
  /** Why something cannot be opened, a paragraph each; shown while the overlay says so. */
  readonly refusal: readonly string[];
  /** Lines by which the refusal is scrolled down. */
  readonly scrolled: number;
  /** A sentence for the last line, until the next key. */
  readonly notice: string;
  /** Whether the hint for a first visit is shown. */
  readonly isHinting: boolean;
}

const list = 'choices';
const page = 10;

/** The state before any key. */
export function startChoosing(isHinting: boolean): ChooseState {
  return {
    ...{ cursors: {}, filters: {}, orders: {}, reversed: {} },
    ...{ isTyping: false, marks: [], overlay: 'none', refusal: [], scrolled: 0, notice: '', isHinting },
    ...{ panel: 0, isZoomed: false, isExporting: false, request: undefined, glyphTurns: 0, themeTurns: 0 },
  };
}

/** What Enter opens: the two that are marked, else the row under the cursor where it is sound; undefined for any other key. */
export function wishOf(
  state: ChooseState,
  { action }: Keystroke,
  choices: readonly Choice[],
): readonly Choice[] | undefined {
  if (action !== 'open' || state.isTyping || state.isExporting || state.overlay !== 'none') return undefined;
  if (state.marks.length === 2) return markedOf(state, choices);
  const row = rowUnderCursor(state, choices);
  return row === undefined || row.problems.length > 0 ? undefined : [row];
}

/** The choices that are marked, the older mark first. */
export function markedOf({ marks }: ChooseState, choices: readonly Choice[]): readonly Choice[] {
  return marks.flatMap((path) => choices.filter((choice) => choice.path === path));
}

/** The choice under the cursor; undefined where the filter leaves none. */
export function rowUnderCursor(state: ChooseState, choices: readonly Choice[]): Choice | undefined {
  const rows = rowsOf(choices, state);
  return rows[cursorOf(state, list, rows.length)];
}

/** The state after a key; any key ends the hint, whatever else it does. */
export function takeChooseKey(before: ChooseState, key: Keystroke, choices: readonly Choice[]): ChooseState {
  const isSame = before.notice === '' && !before.isHinting;
  const state = isSame ? before : { ...before, notice: '', isHinting: false };
  if (state.isTyping) return typeFilter(state, key);
  if (state.isExporting) return chooseExport(state, key);
  if (key.action === undefined) return state;
  if (state.overlay === 'refusal') return readRefusal(state, key.action);
  return (
    moved(state, key.action, choices) ?? looked(state, key.action) ?? pressed(state, key.action, choices)
  );
}

/** The state that says why something cannot be opened. */
export function refuse(state: ChooseState, refusal: readonly string[]): ChooseState {
  return { ...state, overlay: 'refusal', refusal, scrolled: 0 };
}

function typeFilter(state: ChooseState, key: Keystroke): ChooseState {
  if (key.action === 'open') return { ...state, isTyping: false };
  if (key.action === 'close') return withFilter({ ...state, isTyping: false }, '');
  return withFilter(state, typed(state.filters[list] ?? '', key));
}

function withFilter(state: ChooseState, text: string): ChooseState {
  return { ...state, filters: { [list]: text }, cursors: {} };
}

const steps: Partial<Record<KeyAction, number>> = {
  up: -1,
  down: 1,
  'page-up': -page,
  'page-down': page,
  first: Number.NEGATIVE_INFINITY,
  last: Number.POSITIVE_INFINITY,
};

function readRefusal(state: ChooseState, key: KeyAction): ChooseState {
  const by = steps[key];
  if (by !== undefined && Number.isFinite(by))
    return { ...state, scrolled: Math.max(0, state.scrolled + by) };
  return key === 'close' || key === 'open'
    ? { ...state, overlay: 'none' }
    : (looked(state, key) ?? pressed(state, key, []));
}

function moved(state: ChooseState, key: KeyAction, choices: readonly Choice[]): ChooseState | undefined {
  const by = steps[key];
  if (by === undefined || state.overlay !== 'none') return undefined;
  const count = rowsOf(choices, state).length;
  const row = Math.max(0, Math.min(count - 1, cursorOf(state, list, count) + by));
  return { ...state, cursors: { [list]: row } };
}

/** The state after a key that changes how the list is looked at, or asks for something of it; undefined for other keys. */
function looked(state: ChooseState, key: KeyAction): ChooseState | undefined {
  switch (key) {
    case 'panel-next':
    case 'panel-back':
      return state.overlay === 'none' ? { ...state, panel: 1 - state.panel } : state;
    case 'zoom':
      return state.overlay === 'none' ? { ...state, isZoomed: !state.isZoomed } : state;
    default:
      return turnLook(state, key) ?? askBeyond(state, key);
  }
}

function pressed(state: ChooseState, key: KeyAction, choices: readonly Choice[]): ChooseState {
  switch (key) {
    case 'help':
      return { ...state, overlay: state.overlay === 'help' ? 'none' : 'help' };
    case 'filter':
      return { ...state, overlay: 'none', isTyping: true };
    case 'order':
      return { ...state, orders: { [list]: (state.orders[list] ?? 0) + 1 } };
    case 'direction':
      return { ...state, reversed: { [list]: !state.reversed[list] } };
    case 'mark':
      return mark(state, rowUnderCursor(state, choices));
    case 'open':
      return openedNothing(state, rowUnderCursor(state, choices));
    case 'close':
      return back(state);
    default:
      return state;
  }
}

/** A third mark takes the place of the oldest; marking again takes a mark away. */
function mark(state: ChooseState, row: Choice | undefined): ChooseState {
  if (row === undefined || state.overlay !== 'none') return state;
  if (row.kind === 'folder')
    return { ...state, notice: 'Two scenarios are compared; a study is opened alone.' };
  if (row.problems.length > 0) return { ...state, notice: `${row.name} has problems; Enter shows them.` };
  const others = state.marks.filter((path) => path !== row.path);
  const isMarked = others.length < state.marks.length;
  return { ...state, marks: isMarked ? others : [...others, row.path].slice(-2) };
}

/** Enter where nothing is opened: it leaves the help, or shows what is wrong with the row. */
function openedNothing(state: ChooseState, row: Choice | undefined): ChooseState {
  if (state.overlay === 'help') return { ...state, overlay: 'none' };
  if (row === undefined || row.problems.length === 0 || state.marks.length === 2) return state;
  return refuse(state, row.problems.map(formatProblem));
}

/** Esc undoes one thing: what lies over the list, the zoom, the filter, the marks. */
function back(state: ChooseState): ChooseState {
  if (state.overlay !== 'none') return { ...state, overlay: 'none' };
  if (state.isZoomed) return { ...state, isZoomed: false };
  if ((state.filters[list] ?? '') !== '') return withFilter(state, '');
  return state.marks.length === 0 ? state : { ...state, marks: [] };
}
