import type { StudyProgress } from '../../study/progress.ts';
import type { StudyState } from '../../study/study-look.ts';
import type { BatchState } from './state.ts';

/** What is known of a study before it begins. */
export interface BatchAbout {
  readonly name: string;
  readonly folder: string;
  readonly seed: number;
  readonly points: number;
  readonly replicates: number;
  readonly months: number;
  /** Undefined where others work it. */
  readonly workers: number | undefined;
  /** Columns of by_month, in the plan's order; at least one. */
  readonly outcomes: readonly string[];
  /** What the folder will take in all, judged before; undefined where nobody judged. */
  readonly expectedBytes: number | undefined;
  /** Version of the model that plays its runs. */
  readonly modelVersion: number;
  /** The command that goes on with the folder. */
  readonly goOn: string;
}

/**
 * `running`, `held` (nothing new begins) and `finishing` (the user wants to leave, and runs at hand are played to their end) are of a study that
 * this process works; the others are of a folder that it only watches.
 */
export type BatchPhase = 'running' | 'held' | 'finishing' | StudyState;

/** What the panels of a study are drawn from, wherever they stand. Plain and immutable. */
export interface ShownStudy {
  readonly about: BatchAbout;
  readonly progress: StudyProgress;
  readonly phase: BatchPhase;
  /** Time of the sitting at hand; of one that this process works, held time left out. */
  readonly seconds: number;
  /** Who works it, where that is not this process; empty otherwise. */
  readonly worker: string;
  /** Memory of this process where it works the study, bytes. */
  readonly residentBytes: number | undefined;
}

/** All that a frame of a study is drawn from, beside its size and theme. Plain and immutable. */
export interface BatchSnapshot extends ShownStudy {
  /** What became of what a key asked for, until the next key; empty for nothing. */
  readonly notice: string;
  readonly state: BatchState;
}
