import { playRun } from '../model/play.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { digestOf } from './digest.ts';
import { runKey } from './run-key.ts';

/** How a run is played. */
export interface RunOptions {
  readonly keepFlows: boolean;
  /** Called after each month; what it throws ends the run. */
  readonly onMonth?: () => void;
}

/** Only the first replicate's flows go into a study folder: they outweigh all other tables together. */
export function keepsFlows(replicate: number): boolean {
  return replicate === 1;
}

/**
 * Plays one replicate of an experiment: the same record for the same experiment, study seed and replicate, on any machine and in any order.
 * `studySeed` 0 to 2^53 - 1, `replicate` from 1. Throws where the model finds its own books broken; never retried, chance is not to blame.
 */
export function runReplicate(
  experiment: Experiment,
  studySeed: number,
  replicate: number,
  options: RunOptions = { keepFlows: keepsFlows(replicate) },
): RunRecord {
  const recorded = playRun(experiment, runKey(studySeed, replicate), options);
  return {
    scenarioId: experiment.scenarioId,
    seed: studySeed,
    replicate,
    firstMonth: experiment.timeline.firstMonth,
    months: experiment.timeline.months,
    ...recorded,
    digest: digestOf(recorded),
  };
}
