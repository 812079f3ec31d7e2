import type { StudyProgress } from '../../study/progress.ts';
import type { BatchState } from './state.ts';

/** What is known of a study before it begins. */
export interface BatchAbout {
  readonly name: string;
  readonly folder: string;
  readonly seed: number;
  readonly points: number;
  readonly replicates: number;
  readonly months: number;
  readonly workers: number;
  /** Columns of by_month, in the plan's order; at least one. */
  readonly outcomes: readonly string[];
  /** What the folder will take in all, judged before. */
  readonly expectedBytes: number;
}

/** `held`: nothing new begins. `finishing`: the user wants to leave, and runs at hand are played to their end. */
export type BatchPhase = 'running' | 'held' | 'finishing';

/** All that a frame of a study at work is drawn from, beside its size and theme. Plain and immutable. */
export interface BatchSnapshot {
  readonly about: BatchAbout;
  readonly progress: StudyProgress;
  readonly phase: BatchPhase;
  /** Time of this sitting, held time left out. */
  readonly seconds: number;
  readonly state: BatchState;
}
