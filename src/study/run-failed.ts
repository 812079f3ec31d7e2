import type { FailedRun } from './outcome.ts';

/** Somebody waited for a run and it failed: the message says which, why, and how to have it again. The model is at fault, so a stack would tell nothing. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
}

/** Which run failed, and why: `gate-closed failed on seed 1, replicate 3: trade did not settle in 2015-01`. */
export function failureWords({
  scenarioId,
  seed,
  replicate,
  message,
}: Pick<FailedRun, 'scenarioId' | 'seed' | 'replicate' | 'message'>): string {
  return `${scenarioId} failed on seed ${seed}, replicate ${replicate}: ${message}`;
}
