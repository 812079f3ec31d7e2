import type { Window } from '../../scenario/window.ts';
import type { ScreenState } from '../screen-state.ts';
import { startPrediction } from './prediction.ts';

/** The state with questions to come before the window, and pairs to judge them by; with a sentence where there is nothing to predict. */
export function startPredicting(
  state: ScreenState,
  predict: { readonly window: Window | undefined } | undefined,
): ScreenState {
  if (predict === undefined) return state;
  const { window } = predict;
  if (window === undefined)
    return { ...state, notice: 'Nothing to predict: no change comes after the first month.' };
  return { ...state, prediction: startPrediction(window), wantsPairs: true };
}
