import type { Choice } from '../../figures/choices.ts';
import type { ChooseState } from './state.ts';

/** All that a frame of the list is drawn from, beside its size and theme. Plain and immutable. */
export interface ChooseSnapshot {
  readonly choices: readonly Choice[];
  /** Seed of what will be watched. */
  readonly seed: number;
  /** What goes on behind the list, in a few words; empty for nothing. */
  readonly status: string;
  readonly state: ChooseState;
}
