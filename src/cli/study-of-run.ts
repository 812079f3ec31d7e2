import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckRow } from '../export/checks-table.ts';
import type { ExportedStudy } from '../export/package.ts';
import type { RunRecord } from '../model/run-record.ts';
import { modelVersion } from '../model/version.ts';
import { readChain } from '../scenario/chain.ts';
import { evaluateCheck } from '../scenario/checks.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { formatWindow } from '../scenario/window.ts';
import { createPlan, folderName } from '../study/plan.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { readSettings } from './settings.ts';
import { scenarioWord, shellWord } from './shell-word.ts';

/** What a run is asked for on the command line. */
export interface RunRequest {
  readonly seed: number;
  readonly replicates: number;
  readonly replicate?: number;
  readonly months?: number;
  readonly set: readonly string[];
  readonly out?: string;
}

/** A study of one scenario and what it is compared with. */
export interface RunStudy extends ExportedStudy {
  readonly loaded: LoadedScenario;
  readonly baseline: LoadedScenario | undefined;
  /** The command that goes on with this folder. */
  readonly goOn: string;
  readonly seed: number;
}

/**
 * Loads a scenario and what it is compared with, and plans their runs on the same draws, the baseline first.
 * Throws InvalidInput for what the files hold, UsageError for what the command line says.
 */
export async function studyOfRun(scenario: string, request: RunRequest): Promise<RunStudy> {
  const shelves = { shippedDir: packageRoot };
  const settings = readSettings(request.set);
  const months = request.months === undefined ? {} : { overrideMonths: request.months };
  const asFiled = await loadScenario(scenario, { ...shelves, ...months, overrideSet: settings });
  const isChanged = request.set.length > 0;
  const loaded = isChanged ? renamed(asFiled, request.set) : asFiled;
  const baseline = await loadBaseline(loaded, isChanged);
  const experiments = [...(baseline === undefined ? [] : [baseline.experiment]), loaded.experiment];
  const [from, to] =
    request.replicate === undefined ? [1, request.replicates] : [request.replicate, request.replicate];
  const plan = createPlan({
    name: loaded.experiment.scenarioId,
    toolVersion: toolVersion(),
    modelVersion,
    studySeed: request.seed,
    replicates: { from, to },
    experiments,
    comparisons: baseline === undefined ? [] : [{ baseline: 0, scenario: 1 }],
  });
  const words = commandWords(loaded, request);
  const replicates = request.replicate === undefined ? `--replicates ${to}` : `--replicate ${to}`;
  const command = `${words} ${replicates}`;
  return {
    loaded,
    baseline,
    goOn: request.out === undefined ? command : `${command} --out ${shellWord(request.out)}`,
    seed: request.seed,
    folder: request.out ?? join('output', folderName(plan)),
    plan,
    experiments,
    sources: sourceFiles([loaded, ...(baseline === undefined ? [] : [baseline])]),
    title: loaded.scenario.title,
    question: loaded.scenario.question,
    command,
    replay: (replicate) => `${words} --replicate ${replicate}`,
    evaluate: (first) => checkRows(loaded, isChanged, first, baseline?.experiment.scenarioId),
  };
}

/** A scenario that `--set` changes is another scenario, so that no row of it can be taken for one of the file's. */
function renamed(loaded: LoadedScenario, set: readonly string[]): LoadedScenario {
  const mark = createHash('sha256').update(JSON.stringify(set)).digest('hex').slice(0, 6);
  const scenarioId = `${loaded.experiment.scenarioId}-set-${mark}`;
  return { ...loaded, experiment: { ...loaded.experiment, scenarioId } };
}

/** What to compare with: what the file says; a changed scenario without such is compared with itself unchanged. */
async function loadBaseline(loaded: LoadedScenario, isChanged: boolean): Promise<LoadedScenario | undefined> {
  const file = loaded.compareWith ?? (isChanged ? loaded.scenario.file : undefined);
  if (file === undefined) return undefined;
  const { firstMonth, months } = loaded.experiment.timeline;
  return loadScenario(file, { shippedDir: packageRoot, overrideStart: firstMonth, overrideMonths: months });
}

/** The command up to its replicates; the same however the scenario was named. */
function commandWords(loaded: LoadedScenario, request: RunRequest): string {
  const months = request.months === undefined ? [] : ['--months', String(request.months)];
  const set = request.set.flatMap((setting) => ['--set', shellWord(setting)]);
  return ['maabar run', scenarioWord(loaded.scenario), '--seed', request.seed, ...months, ...set].join(' ');
}

/** The files of scenarios and of all they build on, each once. */
function sourceFiles(scenarios: readonly LoadedScenario[]): ExportedStudy['sources'] {
  const chains = scenarios.flatMap(
    (loaded) => readChain(loaded.scenario.file, { shippedDir: packageRoot }).scenarios,
  );
  const files = new Map(chains.map(({ file }) => [basename(file.file), file.file]));
  return [...files].map(([name, file]) => ({ name, text: readFileSync(file, 'utf8') }));
}

function checkRows(
  loaded: LoadedScenario,
  isChanged: boolean,
  first: ReadonlyMap<string, RunRecord>,
  baselineId: string | undefined,
): readonly CheckRow[] {
  const { scenarioId } = loaded.experiment;
  const record = first.get(scenarioId);
  const comparison = baselineId === undefined ? undefined : first.get(baselineId);
  return loaded.checks.map((check) => {
    const name = `${check.outcome} ${formatWindow(check.window)} line ${check.line}`;
    const row = { scenarioId, kind: 'pattern', name } as const;
    if (isChanged)
      return { ...row, status: 'skipped', found: 'the scenario was changed on the command line' };
    if (record === undefined || (check.against === 'scenario' && comparison === undefined))
      return { ...row, status: 'skipped', found: 'no run of it ended well' };
    const { holds, sentence } = evaluateCheck(check, record, comparison);
    return { ...row, status: holds ? 'pass' : 'fail', found: sentence };
  });
}
