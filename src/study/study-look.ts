import type { Holder } from './lock.ts';
import type { StudyProgress } from './progress.ts';

/**
 * What goes on with a study's folder: `reading`: not all that is kept is counted yet; `worked`: somebody works in it; `stopped`: nobody does, and
 * runs are missing; `finished`: its tables are written; `archived`: the same, but chunks were removed, so that their runs cannot be counted.
 */
export type StudyState = 'reading' | 'worked' | 'stopped' | 'finished' | 'archived';

/** A study's folder as it was found at one moment. */
export interface StudyLook {
  readonly state: StudyState;
  readonly progress: StudyProgress;
  /** Who works in it; undefined where nobody does. */
  readonly holder: Holder | undefined;
  /** Since the sitting at hand began, held time included; 0 where nobody works. */
  readonly seconds: number;
}

/** Looks at a study's folder again and again. */
export interface StudyWatch {
  /** Looks; true where something changed since the look before. While the state is `reading`, there is more to read at once. Throws what the disk throws. */
  readonly look: () => boolean;
  /** What the latest look found. */
  readonly latest: () => StudyLook;
}
