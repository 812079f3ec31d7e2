import type { PredictedChange } from '../../figures/prediction-window.ts';
import type { ScreenState } from '../screen-state.ts';
import { startPrediction } from './prediction.ts';

/** Whether a user is asked what a change will do before it comes; without one there is nothing to ask. */
export interface Predict {
  readonly change: PredictedChange | undefined;
}

/** The state with questions to come before the change, and pairs to judge them by; with a sentence where there is nothing to predict. */
export function startPredicting(state: ScreenState, predict: Predict | undefined): ScreenState {
  if (predict === undefined) return state;
  const { change } = predict;
  if (change === undefined)
    return { ...state, notice: 'Nothing to predict: no change comes after the first month.' };
  return { ...state, prediction: startPrediction(change), wantsPairs: true };
}
