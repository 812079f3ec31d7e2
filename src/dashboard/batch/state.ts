import type { PanelFocus } from '../draw-view.ts';
import { type Asking, askBeyond, chooseExport } from '../export-choice.ts';
import type { KeyAction, Keystroke } from '../keys.ts';
import { type LookTurns, movePanel, turnLook } from '../look-keys.ts';
import { turnToFailures } from './panel-order.ts';
import type { BatchPhase } from './snapshot.ts';

/** What the keys have done so far. */
export interface BatchState extends Asking, PanelFocus, LookTurns {
  /** Place of the chosen outcome among the plan's. */
  readonly outcome: number;
  /** Row of the scenarios, from 0. */
  readonly selected: number;
  readonly overlay: 'none' | 'help';
  /** Whether the screen has asked if it should stop, and waits for an answer. */
  readonly isAsking: boolean;
}

/** Counts that bound the moves. */
export interface BatchBounds {
  readonly outcomes: number;
  readonly scenarios: number;
}

/** What a key asks of the work itself: hold or release the queue, stop after the runs at hand, stop at once. */
export type BatchCommand = 'hold' | 'stop' | 'stop-now';

/** The state before any key. */
export const startBatchState: BatchState = {
  outcome: 0,
  selected: 0,
  panel: 0,
  isZoomed: false,
  overlay: 'none',
  isAsking: false,
  isExporting: false,
  request: undefined,
  glyphTurns: 0,
  themeTurns: 0,
};

/** Whether this process works the study, so that leaving stops something. */
export function isWorkedHere(phase: BatchPhase): boolean {
  return phase === 'running' || phase === 'held' || phase === 'finishing';
}

/** What a key asks for beyond a screen that only watches: to leave, to go back, to play the selected scenario. */
export type WatchCommand = 'quit' | 'interrupt' | 'back' | 'play';

/** What a key asks for where nothing is worked: leaving needs no question. */
export function watchCommandOf({ overlay, isZoomed }: BatchState, key: KeyAction): WatchCommand | undefined {
  if (key === 'quit' || key === 'interrupt') return key;
  if (overlay !== 'none') return undefined;
  if (key === 'close') return isZoomed ? undefined : 'back';
  return key === 'open' || key === 'view-1' ? 'play' : undefined;
}

/** What a key asks of the work; Enter is a yes. Ctrl-C stops without a question, since what is done is kept; a second one does not wait for the runs at hand. */
export function commandOf(
  { isAsking }: BatchState,
  phase: BatchPhase,
  key: KeyAction,
): BatchCommand | undefined {
  if (phase === 'finishing') return key === 'interrupt' ? 'stop-now' : undefined;
  if (key === 'interrupt') return 'stop';
  if (isAsking) return key === 'quit' || key === 'copy' || key === 'open' ? 'stop' : undefined;
  return key === 'toggle' ? 'hold' : undefined;
}

/** Whether a key belongs to the form of export that is being chosen; to leave is never taken away. */
export function isOfExport({ isExporting }: BatchState, { action }: Keystroke): boolean {
  return isExporting && action !== 'quit' && action !== 'interrupt';
}

/** The state after a key as a terminal sends it. */
export function takeBatchKey(state: BatchState, key: Keystroke, bounds: BatchBounds): BatchState {
  if (isOfExport(state, key)) return chooseExport(state, key);
  return key.action === undefined ? state : pressBatch({ ...state, isExporting: false }, key.action, bounds);
}

/** The state after what a key asks for. While the screen asks, any key answers, and all but a yes mean no. */
export function pressBatch(state: BatchState, key: KeyAction, bounds: BatchBounds): BatchState {
  if (state.isAsking) return { ...state, isAsking: false };
  switch (key) {
    case 'quit':
      return { ...state, isAsking: true };
    case 'outcome':
      return { ...state, outcome: around(state.outcome + 1, bounds.outcomes) };
    case 'outcome-back':
      return { ...state, outcome: around(state.outcome - 1, bounds.outcomes) };
    case 'up':
      return { ...state, selected: within(state.selected - 1, bounds.scenarios) };
    case 'down':
      return { ...state, selected: within(state.selected + 1, bounds.scenarios) };
    case 'help':
      return { ...state, overlay: state.overlay === 'help' ? 'none' : 'help' };
    case 'failures':
      return turnToFailures({ ...state, overlay: 'none' });
    case 'close':
      return state.overlay === 'none' ? { ...state, isZoomed: false } : { ...state, overlay: 'none' };
    case 'open':
      return { ...state, overlay: 'none' };
    default:
      return movePanel(state, key) ?? turnLook(state, key) ?? askBeyond(state, key) ?? state;
  }
}

function around(at: number, count: number): number {
  return (at + count) % count;
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
}
