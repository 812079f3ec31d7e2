import { join, resolve } from 'node:path';
import type { CheckRow } from '../export/checks-table.ts';
import { frozenFiles } from '../export/freeze-study.ts';
import type { ExportedStudy } from '../export/package.ts';
import type { RunRecord } from '../model/run-record.ts';
import { modelVersion } from '../model/version.ts';
import { evaluateCheck } from '../scenario/checks.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import type { LoadedStudy } from '../scenario/load-study.ts';
import { keptTables } from '../scenario/study-schema.ts';
import { formatWindow } from '../scenario/window.ts';
import { markModel } from '../study/model-mark.ts';
import { createPlan, folderName, type Plan } from '../study/plan.ts';
import { renameSet } from '../study/set-scenario.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { readSettings } from './settings.ts';
import { scenarioWord, shellWord } from './shell-word.ts';
import { UsageError } from './usage-error.ts';

/** What a run is asked for on the command line. */
export interface RunRequest {
  readonly seed: number;
  readonly replicates: number;
  readonly replicate?: number;
  readonly months?: number;
  readonly set: readonly string[];
  /** Name or path of the scenario to compare with; by default what the file says. */
  readonly against?: string;
  readonly out?: string;
}

/** A study of one scenario and what it is compared with. */
export interface RunStudy extends ExportedStudy {
  readonly loaded: LoadedScenario;
  readonly baseline: LoadedScenario | undefined;
  /** What the command line laid over the scenario. */
  readonly set: Readonly<Record<string, string>>;
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
  const loaded = { ...asFiled, experiment: renameSet(asFiled.experiment, settings) };
  const baseline = await loadBaseline(loaded, isChanged, request.against);
  const scenarios = baseline === undefined ? [loaded] : [baseline, loaded];
  const experiments = scenarios.map(({ experiment }) => experiment);
  const comparisons = baseline === undefined ? [] : [{ baseline: 0, scenario: 1 }];
  const [from, to] =
    request.replicate === undefined ? [1, request.replicates] : [request.replicate, request.replicate];
  const plan = createPlan({
    name: loaded.experiment.scenarioId,
    toolVersion: toolVersion(),
    modelVersion,
    modelSha256: markModel(experiments[0]).sha256,
    studySeed: request.seed,
    replicates: { from, to },
    experiments,
    comparisons,
  });
  const asStudy = studyAround(loaded, scenarios, comparisons, plan);
  const changes = scenarios.map((each) => (each === loaded ? settings : {}));
  const words = commandWords(loaded, request);
  const replicates = request.replicate === undefined ? `--replicates ${to}` : `--replicate ${to}`;
  const command = `${words} ${replicates}`;
  return {
    loaded,
    baseline,
    set: settings,
    goOn: request.out === undefined ? command : `${command} --out ${shellWord(request.out)}`,
    seed: request.seed,
    folder: request.out ?? join('output', folderName(plan)),
    plan,
    experiments,
    listed: null,
    frozen: frozenFiles(asStudy, shelves, changes),
    title: loaded.scenario.title,
    question: loaded.scenario.question,
    command,
    isSelfContained: false,
    replay: ({ replicate }) => `${words} --replicate ${replicate}`,
    evaluate: (first) => checkRows(loaded, isChanged, first, baseline),
  };
}

/** The same work as a study file would say it. */
function studyAround(
  { scenario, experiment }: LoadedScenario,
  scenarios: readonly LoadedScenario[],
  comparisons: LoadedStudy['comparisons'],
  { replicates: { from, to }, studySeed }: Plan,
): LoadedStudy {
  return {
    name: experiment.scenarioId,
    title: scenario.title,
    question: scenario.question,
    file: undefined,
    scenarios,
    comparisons,
    design: undefined,
    replicates: to - from + 1,
    firstReplicate: from,
    seed: studySeed,
    outcomes: undefined,
    window: undefined,
    tables: keptTables,
    runSeconds: undefined,
    set: {},
  };
}

/** What to compare with: what the caller or the file says; a changed scenario without such is compared with itself unchanged. */
async function loadBaseline(
  loaded: LoadedScenario,
  isChanged: boolean,
  against: string | undefined,
): Promise<LoadedScenario | undefined> {
  const name = against ?? loaded.compareWith ?? (isChanged ? loaded.scenario.file : undefined);
  if (name === undefined) return undefined;
  const { firstMonth, months } = loaded.experiment.timeline;
  const span = { overrideStart: firstMonth, overrideMonths: months };
  const baseline = await loadScenario(name, { shippedDir: packageRoot, ...span });
  if (against !== undefined) refuseUnlike(loaded, baseline);
  const isItself = resolve(baseline.scenario.file) === resolve(loaded.scenario.file) && !isChanged;
  return isItself ? undefined : baseline;
}

function refuseUnlike(loaded: LoadedScenario, baseline: LoadedScenario): void {
  refuseOtherWorld(loaded, baseline);
  refuseSameName(loaded, baseline);
}

function refuseOtherWorld({ scenario, world }: LoadedScenario, baseline: LoadedScenario): void {
  if (world.id === baseline.world.id) return;
  const there = `"${baseline.scenario.id}" plays in the world "${baseline.world.id}"`;
  throw new UsageError(
    `--against ${there}, "${scenario.id}" in "${world.id}". Runs of different worlds cannot be compared.`,
  );
}

function refuseSameName({ scenario, experiment }: LoadedScenario, baseline: LoadedScenario): void {
  const isNameShared = experiment.scenarioId === baseline.experiment.scenarioId;
  if (!isNameShared || resolve(scenario.file) === resolve(baseline.scenario.file)) return;
  throw new UsageError(
    `--against ${baseline.scenario.file} has the name of ${scenario.file}, and tables tell scenarios apart by name. Rename one of the files.`,
  );
}

/** The command up to its replicates; the same however the scenario was named. */
function commandWords(loaded: LoadedScenario, request: RunRequest): string {
  const months = request.months === undefined ? [] : ['--months', String(request.months)];
  const set = request.set.flatMap((setting) => ['--set', shellWord(setting)]);
  const against = request.against === undefined ? [] : ['--against', shellWord(request.against)];
  const words = ['maabar run', scenarioWord(loaded.scenario), '--seed', request.seed];
  return [...words, ...months, ...set, ...against].join(' ');
}

function checkRows(
  loaded: LoadedScenario,
  isChanged: boolean,
  first: ReadonlyMap<string, RunRecord>,
  baseline: LoadedScenario | undefined,
): readonly CheckRow[] {
  const { scenarioId } = loaded.experiment;
  const record = first.get(scenarioId);
  const isNamed = baseline !== undefined && baseline.scenario.file === loaded.compareWith;
  const comparison = isNamed ? first.get(baseline.experiment.scenarioId) : undefined;
  return loaded.checks.map((check) => {
    const name = `${check.outcome} ${formatWindow(check.window)} line ${check.line}`;
    const row = { scenarioId, kind: 'pattern', name } as const;
    if (isChanged)
      return { ...row, status: 'skipped', found: 'the scenario was changed on the command line' };
    if (record !== undefined && check.against === 'scenario' && baseline !== undefined && !isNamed)
      return { ...row, status: 'skipped', found: `it is about ${loaded.compareWith}, which was not played` };
    if (record === undefined || (check.against === 'scenario' && comparison === undefined))
      return { ...row, status: 'skipped', found: 'no run of it ended well' };
    const { holds, sentence } = evaluateCheck(check, record, comparison);
    return { ...row, status: holds ? 'pass' : 'fail', found: sentence };
  });
}
