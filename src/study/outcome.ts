import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { classify, type FailureCode, type FailureStage } from './failure-code.ts';
import { keepsFlows, type RunOptions } from './run.ts';

/** Why a run has no results: a row of runs.csv, not the end of the study. */
export interface Failure {
  readonly stage: FailureStage;
  readonly code: FailureCode;
  readonly message: string;
}

/** A run that ended with an error. */
export interface FailedRun extends Failure {
  readonly status: 'failed';
  readonly scenarioId: string;
  readonly seed: number;
  readonly replicate: number;
}

/** A run that was attempted. */
export type RunOutcome = { readonly status: 'ok'; readonly record: RunRecord } | FailedRun;

/** Plays one replicate; `runReplicate`, or a stand-in of a test. */
export type Play = (
  experiment: Experiment,
  studySeed: number,
  replicate: number,
  options: RunOptions,
) => RunRecord;

/** Plays one replicate and turns an error into a failed run. */
export function attemptRun(
  play: Play,
  experiment: Experiment,
  studySeed: number,
  replicate: number,
  options: RunOptions = { keepFlows: keepsFlows(replicate) },
): RunOutcome {
  try {
    return { status: 'ok', record: play(experiment, studySeed, replicate, options) };
  } catch (error) {
    const { scenarioId } = experiment;
    return { status: 'failed', scenarioId, seed: studySeed, replicate, ...failureOf(error) };
  }
}

/** What an error amounts to in a table. */
export function failureOf(error: unknown): Failure {
  return { ...classify(error), message: error instanceof Error ? error.message : String(error) };
}
