import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { renameSet } from '../study/set-scenario.ts';
import { packageRoot } from './package-root.ts';
import { readSettings } from './settings.ts';
import { scenarioWord, shellWord } from './shell-word.ts';
import { UsageError } from './usage-error.ts';

/** What the command line says of one scenario's run. */
export interface PairRequest {
  readonly seed: number;
  readonly months?: number;
  readonly set: readonly string[];
}

/** A scenario as the command line changes it, and what it is compared with, over the same months. */
export interface RunPair {
  readonly loaded: LoadedScenario;
  readonly baseline: LoadedScenario | undefined;
}

/**
 * Loads a scenario, and `against` or else what it is compared with: what its file says; a changed scenario without such is compared with itself
 * unchanged. Throws InvalidInput for what the files hold, UsageError for what the command line says and for scenarios of two worlds.
 */
export async function loadRunPair(
  scenario: string,
  { months, set }: PairRequest,
  against?: string,
): Promise<RunPair> {
  const span = months === undefined ? {} : { overrideMonths: months };
  const settings = readSettings(set);
  const asFiled = await loadScenario(scenario, { shippedDir: packageRoot, ...span, overrideSet: settings });
  const isChanged = set.length > 0;
  const loaded = { ...asFiled, experiment: renameSet(asFiled.experiment, settings) };
  const file = against ?? loaded.compareWith ?? (isChanged ? loaded.scenario.file : undefined);
  const baseline = file === undefined ? undefined : await loadBaseline(file, loaded);
  return { loaded, baseline };
}

async function loadBaseline(file: string, { scenario, experiment, world }: LoadedScenario) {
  const { firstMonth, months } = experiment.timeline;
  const span = { overrideStart: firstMonth, overrideMonths: months };
  const baseline = await loadScenario(file, { shippedDir: packageRoot, ...span });
  if (baseline.world.id === world.id) return baseline;
  throw new UsageError(
    `"${baseline.scenario.id}" plays in the world "${baseline.world.id}", "${scenario.id}" in "${world.id}". Only scenarios of one world can be compared.`,
  );
}

/** The command that runs a scenario, up to its replicates; the same however the scenario was named. */
export function runWords({ scenario }: LoadedScenario, request: PairRequest): string {
  const months = request.months === undefined ? [] : ['--months', String(request.months)];
  const set = request.set.flatMap((setting) => ['--set', shellWord(setting)]);
  return ['maabar run', scenarioWord(scenario), '--seed', request.seed, ...months, ...set].join(' ');
}
