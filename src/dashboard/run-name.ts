import type { Snapshot } from './snapshot.ts';

/** What the run on the screen is called: its scenario, and how many shocks were thrown into it. */
export function runName({ scenarioId, state }: Pick<Snapshot, 'scenarioId' | 'state'>): string {
  const { length } = state.thrown.shocks;
  return length === 0 ? scenarioId : `${scenarioId} +${length} shock${length === 1 ? '' : 's'}`;
}
