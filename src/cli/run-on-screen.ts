import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import { parameterBook } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { RunPair } from './run-pair.ts';

/** The runs of a pair on one seed, each as soon as it is played. */
export interface PairRecords {
  readonly loaded: Promise<RunRecord>;
  /** Undefined where nothing is compared. */
  readonly baseline: Promise<RunRecord> | undefined;
}

/** What the screen of a run shows of a scenario and what it is compared with. */
export function runOnScreen(pair: RunPair, seed: number, records: PairRecords): RunScreenOptions {
  const { loaded, baseline } = pair;
  const { experiment, scenario } = loaded;
  const comparison =
    baseline === undefined || records.baseline === undefined
      ? {}
      : { comparison: { scenarioId: baseline.experiment.scenarioId, record: records.baseline } };
  return {
    title: scenario.title,
    scenarioId: experiment.scenarioId,
    seed,
    experiment,
    record: records.loaded,
    ...comparison,
    parameters: parameterBook(loaded),
  };
}
