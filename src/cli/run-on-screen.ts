import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { keeperIn } from './keep-shown.ts';
import { parametersShown } from './parameters-shown.ts';
import type { RunPair } from './run-pair.ts';

/** The runs of a pair that are shown, each as soon as it is played. */
export interface PairRecords {
  readonly loaded: Promise<RunRecord>;
  /** Undefined where nothing is compared. */
  readonly baseline: Promise<RunRecord> | undefined;
}

/** What the screen of a run shows of a scenario and what it is compared with; what is exported there lands in the current folder. */
export function runOnScreen(
  { loaded, baseline }: Pick<RunPair, 'loaded' | 'baseline'>,
  seed: number,
  records: PairRecords,
): RunScreenOptions {
  const { experiment, scenario } = loaded;
  return {
    title: scenario.title,
    scenarioId: experiment.scenarioId,
    seed,
    experiment,
    record: records.loaded,
    ...comparisonOf(baseline, records.baseline),
    parameters: parametersShown(loaded),
    keeper: keeperIn('.'),
  };
}

function comparisonOf(baseline: LoadedScenario | undefined, record: Promise<RunRecord> | undefined) {
  if (baseline === undefined || record === undefined) return {};
  const { scenarioId, changes } = baseline.experiment;
  return { comparison: { scenarioId, changes, record } };
}
