import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import { predictedChange } from '../figures/prediction-window.ts';
import type { RunPair } from './run-pair.ts';

/** What a screen asks before the scenario's main change, where the user wants to be asked. */
export function predictOf(
  { loaded, baseline }: Pick<RunPair, 'loaded' | 'baseline'>,
  isWanted: boolean | undefined,
): Pick<RunScreenOptions, 'predict'> {
  if (!isWanted) return {};
  return { predict: { change: predictedChange(loaded.experiment, baseline?.experiment) } };
}
