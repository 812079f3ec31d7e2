import type { PairedRuns } from '../figures/paired-runs.ts';
import type { ParameterFacts } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Tolls } from '../model/toll-curve.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Shock } from '../scenario/shock.ts';

/** A scenario with shocks thrown in, and its run on the draws of the one that is shown. */
export interface Rehearsal {
  readonly experiment: Experiment;
  readonly record: RunRecord;
  readonly parameters: readonly ParameterFacts[];
}

/** Plays what a user throws in, off the screen's thread. */
export interface Laboratory {
  /** Rejects with `InvalidInput` where the shocks make no scenario: an unknown name, a formula that does not parse, a value out of bounds. */
  readonly play: (shocks: readonly Shock[]) => Promise<Rehearsal>;
  /** Plays pairs of the baseline and the scenario with the shocks, and tells all that are played whenever there are more. Returns how to stop. */
  readonly pair: (
    shocks: readonly Shock[],
    onPairs: (pairs: PairedRuns) => void,
    onFault: (error: unknown) => void,
  ) => () => void;
  /** What other tolls would bring at a crossing or inland post in a month of the scenario with the shocks. Rejects as `play` does. */
  readonly tolls: (shocks: readonly Shock[], month: number, post: number) => Promise<Tolls>;
  /** Writes scenario and shocks as a scenario file that `run` and `batch` take; gives its path. */
  readonly save: (shocks: readonly Shock[]) => Promise<string>;
  readonly close: () => void;
}
