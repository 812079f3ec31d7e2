import { nameMonth } from '../../engine/calendar.ts';
import { questionIds } from '../../figures/prediction-questions.ts';
import type { KeyAction, Keystroke } from '../keys.ts';
import { cursorOf } from '../list-state.ts';
import type { Look, ScreenState } from '../screen-state.ts';
import { openQuestion, type Prediction, phaseOf } from './prediction.ts';

/** The state after a key, and whether the key has done its work. */
export interface TakenKey {
  readonly state: ScreenState;
  readonly isTaken: boolean;
}

/** Keys that do something beside the question or the answers, or with them, and leave them where they are. */
const besides: readonly (KeyAction | undefined)[] = [
  'help',
  'log',
  'glyphs',
  'theme',
  'export',
  'copy',
  'mouse',
];

/** A key while a question or the answers lie over the view: it answers, skips or closes; elsewhere it is left to the screen. */
export function predictionKey(state: ScreenState, key: Keystroke, look: Look): TakenKey {
  const phase = phaseOf(state);
  const { prediction, overlay } = state;
  if (prediction === undefined || phase === 'none' || overlay !== 'none' || besides.includes(key.action))
    return { state, isTaken: false };
  if (phase === 'asking') return { state: questionKey(state, prediction, key, look), isTaken: true };
  if (key.action === 'up' || key.action === 'down')
    return { state: moved(state, key.action, questionIds.length), isTaken: true };
  const isTaken = key.action === 'open' || key.action === 'close';
  return { state: { ...state, prediction: { ...prediction, isSeen: true } }, isTaken };
}

/** A number chooses at once, 0 the tenth; up and down and Enter choose too; Esc skips. */
function questionKey(
  state: ScreenState,
  prediction: Prediction,
  { action, text }: Keystroke,
  look: Look,
): ScreenState {
  const { choices = [] } = look(state);
  if (choices.length === 0) return state;
  const at = cursorOf(state, 'prediction', choices.length);
  if (action === 'close') return answered(state, prediction, '');
  if (action === 'open') return answered(state, prediction, choices[at]);
  if (action === 'up' || action === 'down') return moved(state, action, choices.length);
  const number = /^[0-9]$/.test(text) ? (Number(text) + 9) % 10 : choices.length;
  return number < choices.length ? answered(state, prediction, choices[number]) : state;
}

function moved(state: ScreenState, action: 'up' | 'down', count: number): ScreenState {
  const at = cursorOf(state, 'prediction', count);
  const row = Math.max(0, Math.min(count - 1, at + (action === 'up' ? -1 : 1)));
  return { ...state, cursors: { ...state.cursors, prediction: row } };
}

/** With the last answer the run plays on, and the last line says to where. */
function answered(state: ScreenState, before: Prediction, choice: string): ScreenState {
  const id = openQuestion(before)!;
  const prediction = { ...before, answers: { ...before.answers, [id]: choice } };
  const isOver = openQuestion(prediction) === undefined;
  const player = { ...state.player, isPlaying: isOver };
  const notice = isOver ? `After ${nameMonth(before.window.last)} you see what happened` : '';
  return { ...state, prediction, player, notice, cursors: { ...state.cursors, prediction: 0 } };
}
