import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';

/** A run that ended with an error: a row of runs.csv, not the end of the study. */
export interface FailedRun {
  readonly status: 'failed';
  readonly scenarioId: string;
  readonly seed: number;
  readonly replicate: number;
  /** Where it failed: `model` while months passed. */
  readonly stage: 'model';
  /** Stable: `E_MODEL` for any fault of the model. */
  readonly code: string;
  readonly message: string;
}

/** A run that was attempted. */
export type RunOutcome = { readonly status: 'ok'; readonly record: RunRecord } | FailedRun;

/** Plays one replicate; `runReplicate`, or a stand-in of a test. */
export type Play = (experiment: Experiment, studySeed: number, replicate: number) => RunRecord;

/** Plays one replicate and turns an error into a failed run. */
export function attemptRun(
  play: Play,
  experiment: Experiment,
  studySeed: number,
  replicate: number,
): RunOutcome {
  try {
    return { status: 'ok', record: play(experiment, studySeed, replicate) };
  } catch (error) {
    return {
      status: 'failed',
      scenarioId: experiment.scenarioId,
      seed: studySeed,
      replicate,
      stage: 'model',
      code: 'E_MODEL',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}
