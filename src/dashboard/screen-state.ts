import { pressInBatch } from './batch/run-batch-keys.ts';
import { compareKey } from './compare/compare-keys.ts';
import type { Editable } from './edit-parameter.ts';
import { type Asking, askBeyond, chooseExport } from './export-choice.ts';
import type { KeyAction, Keystroke } from './keys.ts';
import { listKey } from './list-keys.ts';
import { type LookTurns, movePanel, turnLook } from './look-keys.ts';
import { type ListName, type Place, startPlace, type Target } from './place.ts';
import { type Player, play, startPlayer } from './player.ts';
import type { Prediction } from './predict/prediction.ts';
import { predictionKey } from './predict/prediction-keys.ts';
import type { RunRequest } from './request.ts';
import { type Arming, type ShockPalette, takesText } from './shock/arming.ts';
import { shockKey } from './shock/shock-keys.ts';
import { noShocks, redo, type ShockList, undo } from './shock-list.ts';
import { viewOfKey } from './tabs.ts';
import { startTyping, type Typing, typeKey } from './typing.ts';

/** What the keys have done so far; everything else on the screen follows from the run. */
export interface ScreenState extends Place, Asking<RunRequest>, LookTurns {
  readonly player: Player;
  /** Places to go back to, the last one first to return to. */
  readonly trail: readonly Place[];
  /** Row of each list, from 0; in the event log counted back from its end. */
  readonly cursors: Readonly<Partial<Record<ListName, number>>>;
  readonly filters: Readonly<Partial<Record<ListName, string>>>;
  /** How often each list's order was changed; the list takes it modulo its orders. */
  readonly orders: Readonly<Partial<Record<ListName, number>>>;
  readonly reversed: Readonly<Partial<Record<ListName, boolean>>>;
  readonly typing: Typing | undefined;
  /** What was wrong with what was typed, until the next key. */
  readonly notice: string;
  /** What was thrown into the run. */
  readonly thrown: ShockList;
  /** A shock that is being chosen or is armed; all keys but help are its own then. */
  readonly arming: Arming | undefined;
  /** Whether the scenario stands on the left, as A. */
  readonly isSwapped: boolean;
  /** Whether the class view is shown instead of the view. */
  readonly isPresenting: boolean;
  /** Whether a view that needs pairs of runs was opened. */
  readonly wantsPairs: boolean;
  /** What the user said before the main change; undefined where nothing is asked. */
  readonly prediction: Prediction | undefined;
}

/** The list in focus: where up and down move, and where Enter leads from each of its rows. */
export interface Focus {
  readonly list: ListName;
  readonly targets: readonly (Target | undefined)[];
  /** What can be thrown in, or a sentence why nothing can. */
  readonly palette: ShockPalette | string;
  /** The parameter under the cursor, where the list is one of parameters. */
  readonly edit?: () => Editable | undefined;
  /** What number keys choose, where a question is asked. */
  readonly choices?: readonly string[];
}

/** Tells the list in focus in a state. */
export type Look = (state: ScreenState) => Focus;

/** The state before any key: a view, the Run view unless said, at the first month, playing. */
export function startState(
  firstMonth: number,
  months: number,
  view: ScreenState['view'] = 'run',
): ScreenState {
  return {
    ...startPlace,
    view,
    player: startPlayer(firstMonth, months),
    trail: [],
    cursors: {},
    filters: {},
    orders: {},
    reversed: {},
    typing: undefined,
    isExporting: false,
    request: undefined,
    notice: '',
    thrown: noShocks,
    arming: undefined,
    isSwapped: false,
    isPresenting: false,
    wantsPairs: view === 'compare',
    prediction: undefined,
    glyphTurns: 0,
    themeTurns: 0,
  };
}

/** The state after a key: text where a line is being typed, else what the key asks for. */
export function takeKey(state: ScreenState, key: Keystroke, look: Look): ScreenState {
  if (state.typing !== undefined) return typeKey(state, state.typing, key);
  if (state.isExporting) return chooseExport(state, key);
  if (isArmingKey(state, key)) return shockKey(state, state.arming!, key, look(state).palette);
  const predicted = predictionKey(state, key, look);
  if (predicted.isTaken || key.action === undefined) return predicted.state;
  return press(predicted.state, key.action, look);
}

/** Whether keys write text, so that `q` is a letter. */
export function isTyping({ typing, arming }: ScreenState): boolean {
  return typing !== undefined || (arming !== undefined && takesText(arming));
}

/** While a shock is on its way keys are its own, but for help, unless text is being typed. */
function isArmingKey({ arming, overlay }: ScreenState, { action }: Keystroke): boolean {
  if (arming === undefined || overlay !== 'none') return false;
  return action !== 'help' || takesText(arming);
}

/** The state after what a key asks for; `quit` and `interrupt` leave it as it is, since leaving is not the screen's to do. */
export function press(before: ScreenState, key: KeyAction, look: Look): ScreenState {
  const state = before.notice === '' ? before : { ...before, notice: '' };
  const view = viewOfKey(key);
  if (view !== undefined) return atView(state, view);
  return (
    playerKey(state, key) ??
    compareKey(state, key, look) ??
    listKey(state, key, look) ??
    movePanel(state, key) ??
    turnLook(state, key) ??
    askBeyond(state, key) ??
    screenKey(state, key, look)
  );
}

function atView(state: ScreenState, view: ScreenState['view']): ScreenState {
  const wantsPairs = state.wantsPairs || view === 'compare';
  return {
    ...state,
    ...startPlace,
    subject: state.subject,
    view,
    trail: [],
    wantsPairs,
    isPresenting: false,
  };
}

function playerKey(state: ScreenState, key: KeyAction): ScreenState | undefined {
  const steps: Partial<Record<KeyAction, number>> = {
    'month-back': -1,
    'month-on': 1,
    'year-back': -12,
    'year-on': 12,
  };
  const months = steps[key];
  if (months !== undefined) return { ...state, player: play(state.player, { kind: 'step', months }) };
  if (key !== 'toggle' && key !== 'first' && key !== 'last' && key !== 'faster' && key !== 'slower')
    return undefined;
  return { ...state, player: play(state.player, { kind: key }) };
}

function screenKey(state: ScreenState, key: KeyAction, look: Look): ScreenState {
  switch (key) {
    case 'help':
    case 'log':
      return { ...state, overlay: state.overlay === key ? 'none' : key };
    case 'outcome':
    case 'outcome-back':
    case 'failures':
      return pressInBatch(state, key, look);
    case 'undo':
      return withThrown(state, undo(state.thrown), 'No shock to undo: s throws one in');
    case 'redo':
      return withThrown(state, redo(state.thrown), 'No shock was undone that could come back');
    case 'go-to':
      return startTyping(state, 'month', look(state).list);
    case 'close':
      return back(state, look);
    default:
      return state;
  }
}

function withThrown(state: ScreenState, thrown: ShockList, ifSame: string): ScreenState {
  return thrown === state.thrown ? { ...state, notice: ifSame } : { ...state, thrown };
}

/** Esc undoes one thing: what lies over the view, the zoom, the filter of the list in focus, and then the way that led here. */
function back(state: ScreenState, look: Look): ScreenState {
  if (state.overlay !== 'none') return { ...state, overlay: 'none' };
  if (state.isPresenting) return { ...state, isPresenting: false };
  if (state.isZoomed) return { ...state, isZoomed: false };
  const { list } = look(state);
  if ((state.filters[list] ?? '') !== '') return { ...state, filters: { ...state.filters, [list]: '' } };
  const place = state.trail.at(-1);
  if (place !== undefined) return { ...state, ...place, trail: state.trail.slice(0, -1) };
  return state.post === undefined ? state : { ...state, post: undefined, panel: 0 };
}
