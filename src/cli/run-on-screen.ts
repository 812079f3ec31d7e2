import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import { parameterBook } from '../figures/parameter-facts.ts';
import { predictedChange } from '../figures/prediction-window.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { openLaboratory } from './laboratory.ts';
import type { RunPair } from './run-pair.ts';
import { usualPairs } from './screen-pairs.ts';

/** Which runs of a pair are shown. */
export interface ShownRuns {
  readonly seed: number;
  readonly replicate?: number;
  /** Pairs that the view Compare plays. */
  readonly pairs?: number;
  /** Whether the user is asked what the main change will do before it comes. */
  readonly predict?: boolean;
}

/** The runs that are shown, each as soon as it is played. */
export interface PairRecords {
  readonly loaded: Promise<RunRecord>;
  /** Undefined where nothing is compared. */
  readonly baseline: Promise<RunRecord> | undefined;
}

/** What the screen of a run shows of a scenario and what it is compared with, and what can be thrown into it. */
export function runOnScreen(pair: RunPair, shown: ShownRuns, records: PairRecords): RunScreenOptions {
  const { loaded, baseline } = pair;
  const { seed, replicate = 1, pairs = usualPairs, predict } = shown;
  const { experiment, scenario } = loaded;
  return {
    title: scenario.title,
    scenarioId: experiment.scenarioId,
    seed,
    experiment,
    record: records.loaded,
    ...comparisonOf(baseline, records.baseline),
    parameters: parameterBook(loaded),
    laboratory: openLaboratory({ ...pair, seed, replicate, pairs, folder: '' }),
    ...(predict && { predict: { change: predictedChange(experiment, baseline?.experiment) } }),
  };
}

function comparisonOf(baseline: LoadedScenario | undefined, record: Promise<RunRecord> | undefined) {
  if (baseline === undefined || record === undefined) return {};
  const { scenarioId, changes } = baseline.experiment;
  return { comparison: { scenarioId, changes, record } };
}
