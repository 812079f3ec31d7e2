import { join, resolve } from 'node:path';
import type { CheckRow } from '../export/checks-table.ts';
import { frozenFiles } from '../export/freeze-study.ts';
import type { ExportedStudy } from '../export/package.ts';
import type { RunRecord } from '../model/run-record.ts';
import { modelVersion } from '../model/version.ts';
import { evaluateCheck } from '../scenario/checks.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { LoadedStudy } from '../scenario/load-study.ts';
import { keptTables } from '../scenario/study-schema.ts';
import { formatWindow } from '../scenario/window.ts';
import { markModel } from '../study/model-mark.ts';
import { createPlan, folderName, type Plan } from '../study/plan.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { loadRunPair, type PairRequest, type RunPair, runWords } from './run-pair.ts';
import { shellWord } from './shell-word.ts';
import { UsageError } from './usage-error.ts';

/** What a run is asked for on the command line. */
export interface RunRequest extends PairRequest {
  readonly replicates: number;
  readonly replicate?: number;
  readonly out?: string;
}

/** A study of one scenario and what it is compared with. */
export interface RunStudy extends ExportedStudy, RunPair {
  /** The command that goes on with this folder. */
  readonly goOn: string;
  /** The command that plays the same, up to its replicates. */
  readonly words: string;
  readonly seed: number;
}

/**
 * Loads a scenario and what it is compared with, and plans their runs on the same draws, the baseline first.
 * Throws InvalidInput for what the files hold, UsageError for what the command line says.
 */
export async function studyOfRun(scenario: string, request: RunRequest): Promise<RunStudy> {
  const shelves = { shippedDir: packageRoot };
  const { loaded, baseline, set } = await loadRunPair(scenario, request);
  if (request.against !== undefined && baseline !== undefined) refuseSameName(loaded, baseline);
  const isChanged = request.set.length > 0;
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
  const changes = scenarios.map((each) => (each === loaded ? set : {}));
  const words = runWords({ loaded, baseline }, request);
  const replicates = request.replicate === undefined ? `--replicates ${to}` : `--replicate ${to}`;
  const command = `${words} ${replicates}`;
  return {
    loaded,
    baseline,
    set,
    goOn: request.out === undefined ? command : `${command} --out ${shellWord(request.out)}`,
    words,
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

/** Tables tell scenarios apart by name. */
function refuseSameName({ scenario, experiment }: LoadedScenario, baseline: LoadedScenario): void {
  const isNameShared = experiment.scenarioId === baseline.experiment.scenarioId;
  if (!isNameShared || resolve(scenario.file) === resolve(baseline.scenario.file)) return;
  throw new UsageError(
    `--against ${baseline.scenario.file} has the name of ${scenario.file}, and tables tell scenarios apart by name. Rename one of the files.`,
  );
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
