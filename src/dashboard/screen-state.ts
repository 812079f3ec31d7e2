import type { FactionOrder } from '../figures/factions.ts';
import type { KeyAction } from './keys.ts';
import { type Player, play, startPlayer } from './player.ts';

/** What the keys have done so far; everything else on the screen follows from the run. */
export interface ScreenState {
  readonly player: Player;
  readonly order: FactionOrder;
  /** Row of the factions table, from 0. */
  readonly selected: number;
  readonly overlay: 'none' | 'help' | 'log';
  /** Entries that the event log is scrolled back from its end. */
  readonly back: number;
}

/** Counts that bound the moves. */
export interface Bounds {
  readonly factions: number;
  readonly logEntries: number;
}

const page = 10;

/** The state before any key: at the first month, playing, factions in file order. */
export function startState(firstMonth: number, months: number): ScreenState {
  return { player: startPlayer(firstMonth, months), order: 'file', selected: 0, overlay: 'none', back: 0 };
}

/** The state after a key; `quit` and `interrupt` leave it as it is, since leaving is not the screen's to do. */
export function press(state: ScreenState, key: KeyAction, bounds: Bounds): ScreenState {
  switch (key) {
    case 'toggle':
      return { ...state, player: play(state.player, { kind: 'toggle' }) };
    case 'month-back':
      return step(state, -1);
    case 'month-on':
      return step(state, 1);
    case 'year-back':
      return step(state, -12);
    case 'year-on':
      return step(state, 12);
    case 'first':
    case 'last':
    case 'faster':
    case 'slower':
      return { ...state, player: play(state.player, { kind: key }) };
    case 'up':
      return scroll(state, -1, bounds);
    case 'down':
      return scroll(state, 1, bounds);
    case 'page-up':
      return scroll(state, -page, bounds);
    case 'page-down':
      return scroll(state, page, bounds);
    case 'order':
      return { ...state, order: state.order === 'file' ? 'total' : 'file' };
    case 'help':
      return { ...state, overlay: state.overlay === 'help' ? 'none' : 'help' };
    case 'log':
      return { ...state, overlay: state.overlay === 'log' ? 'none' : 'log', back: 0 };
    case 'close':
      return { ...state, overlay: 'none' };
    default:
      return state;
  }
}

function step(state: ScreenState, months: number): ScreenState {
  return { ...state, player: play(state.player, { kind: 'step', months }) };
}

function scroll(state: ScreenState, by: number, bounds: Bounds): ScreenState {
  if (state.overlay === 'log') return { ...state, back: within(state.back - by, bounds.logEntries) };
  return { ...state, selected: within(state.selected + by, bounds.factions) };
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
