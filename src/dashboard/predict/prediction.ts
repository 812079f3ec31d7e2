import { type QuestionId, questionIds } from '../../figures/prediction-questions.ts';
import type { PredictedChange } from '../../figures/prediction-window.ts';
import type { Player } from '../player.ts';

/** What is predicted before a run plays on past its main change. */
export interface Prediction extends PredictedChange {
  /** Ids of the choices; empty for a question that was skipped. */
  readonly answers: Readonly<Partial<Record<QuestionId, string>>>;
  /** Whether the answers were looked at since the window was last played to its end. */
  readonly isSeen: boolean;
}

/** What a prediction needs of a screen's state. */
export interface Predicting {
  readonly prediction: Prediction | undefined;
  readonly player: Player;
}

/** `asking` a question, `judged` with the answers beside what happened, or neither. */
export type PredictionPhase = 'asking' | 'judged' | 'none';

/** A prediction without answers; its questions are asked in the month before the window. */
export function startPrediction(change: PredictedChange): Prediction {
  return { ...change, answers: {}, isSeen: false };
}

/** The question that is to be answered next; undefined where all are. */
export function openQuestion({ answers }: Prediction): QuestionId | undefined {
  return questionIds.find((id) => answers[id] === undefined);
}

/** What a prediction shows over the view at the player's month. */
export function phaseOf({ prediction, player }: Predicting): PredictionPhase {
  if (prediction === undefined) return 'none';
  const { window, isSeen } = prediction;
  if (openQuestion(prediction) !== undefined) return player.month >= window.first - 1 ? 'asking' : 'none';
  return player.month >= window.last && !isSeen ? 'judged' : 'none';
}

/**
 * The state held where the prediction wants it, however the user came there: paused in the month before the window while a question is open, and in the
 * window's last month while the answers are shown, so that the picture is of the months that judge them. Itself where nothing is held.
 */
export function heldByPrediction<State extends Predicting>(state: State): State {
  const { prediction, player } = state;
  if (prediction === undefined) return state;
  const phase = phaseOf(state);
  if (phase === 'asking') return paused(state, prediction.window.first - 1);
  if (phase === 'judged') return paused(state, prediction.window.last);
  if (!prediction.isSeen || player.month >= prediction.window.last) return state;
  return { ...state, prediction: { ...prediction, isSeen: false } };
}

function paused<State extends Predicting>(state: State, month: number): State {
  const { player } = state;
  if (player.month === month && !player.isPlaying) return state;
  return { ...state, player: { ...player, month, isPlaying: false, passed: 0 } };
}
