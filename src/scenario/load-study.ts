import { basename } from 'node:path';
import { formatMonth } from '../engine/calendar.ts';
import { InvalidInput, type Problem } from '../engine/problem.ts';
import type { Shelves } from './find-scenario.ts';
import type { LoadedScenario } from './load.ts';
import { inOrder } from './problem-order.ts';
import { type ReadStudy, readStudy, type StudySource, studyName } from './read-study.ts';
import { shippedDir } from './shipped-dir.ts';
import { readDesign, type StudyDesign } from './study-design.ts';
import { loadScenarios, pairsOf, type ScenarioPair } from './study-scenarios.ts';
import { type KeptTable, keptTables } from './study-schema.ts';
import { parseWindow, type Window } from './window.ts';

/** A study with all that it names: ready to be planned. */
export interface LoadedStudy {
  /** Opens the name of its folder. */
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** The study file; undefined where the command line names scenarios. */
  readonly file: string | undefined;
  readonly scenarios: readonly LoadedScenario[];
  readonly comparisons: readonly ScenarioPair[];
  readonly design: StudyDesign | undefined;
  readonly replicates: number;
  /** From 1; a later one goes on where another study ended. */
  readonly firstReplicate: number;
  readonly seed: number;
  /** Columns of by_month; undefined for all. */
  readonly outcomes: readonly string[] | undefined;
  readonly window: Window | undefined;
  readonly tables: readonly KeptTable[];
  readonly runSeconds: number | undefined;
  /** `name=formula` laid over every scenario on the command line. */
  readonly set: Readonly<Record<string, string>>;
}

/** Where to look, what the command line lays over the file, and the `--set` of all scenarios. */
export interface StudyOptions extends Shelves {
  readonly over?: Readonly<Record<string, unknown>>;
  /** Keys of a study that its file and `over` may leave out. */
  readonly under?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, string>>;
}

/** Replicates of each scenario at each point where neither file nor command line says. */
export const usualReplicates = 8;

/** Loads a study file, or a study of scenarios, with all they name. Throws `InvalidInput` with every problem of every file, each with its place. */
export async function loadStudy(
  source: StudySource,
  given: Partial<StudyOptions> = {},
): Promise<LoadedStudy> {
  const options = { shippedDir, ...given };
  const study = readStudy(source, options.over ?? {}, options.under);
  const problems: Problem[] = [...study.problems];
  const set = options.set ?? {};
  const scenarios = await loadScenarios(study, options, set, problems);
  const comparisons = pairsOf(study, scenarios, problems);
  const design = scenarios.length === 0 ? undefined : readDesign(study, scenarios, problems);
  const window = readWindow(study, scenarios[0], problems);
  if (problems.length > 0) throw new InvalidInput(inOrder(problems));
  const { written } = study;
  const name = studyName(study);
  return {
    name,
    title: written.title ?? titleOf(study, scenarios),
    question: written.question ?? (scenarios.length === 1 ? scenarios[0].scenario.question : ''),
    file: study.path,
    scenarios,
    comparisons,
    design,
    replicates: written.replicates ?? usualReplicates,
    firstReplicate: written.first_replicate ?? 1,
    seed: written.seed ?? 1,
    outcomes: written.outcomes,
    window,
    tables: keptTables.filter((table) => (written.tables ?? ['by_month']).includes(table)),
    runSeconds: written.run_seconds,
    set,
  };
}

function titleOf({ path }: ReadStudy, scenarios: readonly LoadedScenario[]): string {
  if (path !== undefined) return basename(path, '.yaml');
  return scenarios.map(({ scenario }) => scenario.title).join(', ');
}

function readWindow(
  { written, place }: ReadStudy,
  first: LoadedScenario | undefined,
  problems: Problem[],
): Window | undefined {
  if (written.window === undefined || first === undefined) return undefined;
  const window = parseWindow(written.window);
  const { firstMonth, months } = first.experiment.timeline;
  const last = firstMonth + months - 1;
  if (window === undefined || window.first < firstMonth || window.last > last)
    problems.push({
      ...place(['window']),
      message: `"window: ${written.window}" is no window of these runs. Write 2018-05..2020-04, from ${formatMonth(firstMonth)} to ${formatMonth(last)}.`,
    });
  return window;
}
