import type { Comparison } from '../figures/comparison.ts';
import type { PairedRuns } from '../figures/paired-runs.ts';
import type { ParameterFacts } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Tolls } from '../model/toll-curve.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { ShownStudy } from './batch/snapshot.ts';
import type { ScreenState } from './screen-state.ts';
import type { ShockPalette } from './shock/arming.ts';

/** All that a frame is drawn from, beside its size and theme. Plain and immutable. */
export interface Snapshot {
  readonly title: string;
  readonly scenarioId: string;
  readonly seed: number;
  readonly experiment: Experiment;
  /** The experiment before anything was thrown in; absent where nothing ever is. */
  readonly original?: Experiment;
  /** Undefined while the run is still being played. */
  readonly record: RunRecord | undefined;
  readonly comparison: Comparison | undefined;
  /** Runs on the same draws, with and without what differs; undefined until a view has asked for them. */
  readonly pairs: PairedRuns | undefined;
  /** Empty where the run came without its world file. */
  readonly parameters: readonly ParameterFacts[];
  /** What can be thrown in, or a sentence why nothing can. */
  readonly palette: ShockPalette | string;
  /** What goes on behind the screen, in a few words; empty for nothing. */
  readonly status: string;
  /** The study that the run is of; absent for a run without a folder. */
  readonly study?: ShownStudy;
  /** What other tolls would bring, at the post and in the month of the latest answer; absent while there is none. */
  readonly tolls?: Tolls | undefined;
  readonly state: ScreenState;
}
