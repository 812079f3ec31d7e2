import { resolve } from 'node:path';
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
  /** Name or path of the scenario to compare with; by default what the file says. */
  readonly against?: string;
}

/** A scenario as the command line changes it, and what it is compared with, over the same months. */
export interface RunPair {
  readonly loaded: LoadedScenario;
  readonly baseline: LoadedScenario | undefined;
  /** What the command line laid over the scenario. */
  readonly set: Readonly<Record<string, string>>;
}

/**
 * Loads a scenario, and what it is compared with: what the caller or the file says; a changed scenario without such is compared with itself
 * unchanged. Throws InvalidInput for what the files hold, UsageError for what the command line says and for scenarios of two worlds.
 */
export async function loadRunPair(scenario: string, request: PairRequest): Promise<RunPair> {
  const { months, against } = request;
  const span = months === undefined ? {} : { overrideMonths: months };
  const set = readSettings(request.set);
  const asFiled = await loadScenario(scenario, { shippedDir: packageRoot, ...span, overrideSet: set });
  const loaded = { ...asFiled, experiment: renameSet(asFiled.experiment, set) };
  const isChanged = request.set.length > 0;
  const name = against ?? loaded.compareWith ?? (isChanged ? loaded.scenario.file : undefined);
  const baseline = name === undefined ? undefined : await loadBaseline(loaded, name);
  const isItself = baseline !== undefined && isSameFile(baseline, loaded) && !isChanged;
  return { loaded, baseline: isItself ? undefined : baseline, set };
}

function isSameFile(one: LoadedScenario, other: LoadedScenario): boolean {
  return resolve(one.scenario.file) === resolve(other.scenario.file);
}

async function loadBaseline({ experiment, scenario, world }: LoadedScenario, name: string) {
  const { firstMonth, months } = experiment.timeline;
  const span = { overrideStart: firstMonth, overrideMonths: months };
  const baseline = await loadScenario(name, { shippedDir: packageRoot, ...span });
  if (baseline.world.id === world.id) return baseline;
  throw new UsageError(
    `"${baseline.scenario.id}" plays in the world "${baseline.world.id}", "${scenario.id}" in "${world.id}". Runs of different worlds cannot be compared.`,
  );
}

/** The command that runs a pair, up to its replicates; the same however its scenarios were named. */
export function runWords({ loaded, baseline }: Omit<RunPair, 'set'>, request: PairRequest): string {
  const months = request.months === undefined ? [] : ['--months', String(request.months)];
  const set = request.set.flatMap((setting) => ['--set', shellWord(setting)]);
  const other = baseline === undefined ? request.against : scenarioWord(baseline.scenario);
  const against = request.against === undefined || other === undefined ? [] : ['--against', other];
  const words = ['maabar run', scenarioWord(loaded.scenario), '--seed', request.seed];
  return [...words, ...months, ...set, ...against].join(' ');
}
