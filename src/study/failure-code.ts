import { Unfit } from './design/set-point.ts';
import { TooSlow } from './time-limit.ts';

/** Why a run failed, as a stable word that tables keep. */
export type FailureCode = 'E_MODEL' | 'E_BOOKS' | 'E_NOT_FINITE' | 'E_NO_BALANCE' | 'E_TIME' | 'E_POINT';

/** Where a run failed: at its point of the design, while months passed, or by the clock. */
export type FailureStage = 'design' | 'model' | 'time';

/** The model throws plain errors, so their words decide; the first that matches counts. */
const words: readonly (readonly [pattern: RegExp, code: FailureCode])[] = [
  [/ is (NaN|-?Infinity) in month index |, not (NaN|-?Infinity)\b/, 'E_NOT_FINITE'],
  [/\bcents\b|spent cash that it did not have|books/, 'E_BOOKS'],
  [/did not settle in/, 'E_NO_BALANCE'],
];

/** Stage and code of what a run threw; `E_MODEL` for what has no code of its own. */
export function classify(error: unknown): { readonly stage: FailureStage; readonly code: FailureCode } {
  if (error instanceof TooSlow) return { stage: 'time', code: 'E_TIME' };
  if (error instanceof Unfit) return { stage: 'design', code: 'E_POINT' };
  const message = error instanceof Error ? error.message : String(error);
  const found = words.find(([pattern]) => pattern.test(message));
  return { stage: 'model', code: found?.[1] ?? 'E_MODEL' };
}
