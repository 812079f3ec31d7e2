import { pairedColumns } from '../figures/paired-columns.ts';
import type { PairedRuns } from '../figures/paired-runs.ts';
import type { Experiment } from '../model/world-spec.ts';
import { createPairing, type OnFailed, type PairingOptions } from '../study/pair-columns.ts';

/** Pairs that are played where nobody says how many. */
export const usualPairs = 20;

/** Plays pairs of the baseline and a scenario and tells them as views take them; ends as `Pairing` does. */
export type ScreenPairing = (
  scenario: Experiment,
  onPairs: (pairs: PairedRuns) => void,
  signal: AbortSignal,
  onFailed?: OnFailed,
) => Promise<void>;

/** Pairs with the columns that are compared on the screen. */
export function pairForScreen(options: Omit<PairingOptions, 'columns'>): ScreenPairing {
  const pairing = createPairing({ ...options, columns: pairedColumns });
  const { firstMonth, months } = options.baseline.timeline;
  const frame = { wanted: options.wanted, firstMonth, months, columns: pairedColumns };
  return (scenario, onPairs, signal, onFailed) =>
    pairing(scenario, (pairs) => onPairs({ ...frame, ...pairs }), signal, onFailed);
}
