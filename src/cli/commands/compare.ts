import { loadScenario } from '../../scenario/load.ts';
import { parseWindow, type Window } from '../../scenario/window.ts';
import { compareFolder } from '../../study/compare-folder.ts';
import type { Plan } from '../../study/plan.ts';
import { readPlan } from '../../study/read-plan.ts';
import { printComparisonJson } from '../compare-json.ts';
import { comparisonText, type ShownComparison, type ShownPoint, shownRows } from '../compare-text.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { isStudyFolder } from '../find-run.ts';
import { chooseOutcomes } from '../headline-outcomes.ts';
import { packageRoot } from '../package-root.ts';
import { announcePlan, counted } from '../progress.ts';
import { print, say } from '../streams.ts';
import { type RequestedStudy, requestedStudy, studyFileOf } from '../study-request.ts';
import { tellUnfinished } from '../tell-unfinished.ts';
import { timeEstimate } from '../time-estimate.ts';
import { UsageError } from '../usage-error.ts';
import { workTold } from '../work-told.ts';

/** Flags of `compare`. */
export interface CompareOptions {
  readonly outcome: readonly string[];
  readonly all?: boolean;
  readonly window?: string;
  readonly replicates?: number;
  readonly replicate: number;
  readonly seed?: number;
  readonly months?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly point: string;
  readonly twin?: boolean;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly color?: boolean;
}

/** Says how scenarios differ from their baseline, on the same draws: of a study's folder without playing, of scenarios by playing them into one. */
export async function compare(words: readonly string[], options: CompareOptions): Promise<ExitCode> {
  if (options.twin) return (await import('./compare-twins.ts')).compareTwins(words, options);
  const window = readWindow(options.window);
  if (isStudyFolder(words[0])) {
    if (words.length > 1)
      throw new UsageError('compare takes one folder, or scenarios; two worlds of a folder need --twin.');
    return tellComparisons(words[0], window, options);
  }
  const played = await playIntoFolder(words, options);
  return typeof played === 'number' ? played : tellComparisons(played.folder, window, options);
}

function readWindow(text: string | undefined): Window | undefined {
  const window = text === undefined ? undefined : parseWindow(text);
  if (text === undefined || window !== undefined) return window;
  throw new UsageError(`--window "${text}" is no window of months. Write 2018-05..2020-04.`);
}

/** Plays scenarios side by side into the usual folder; what was played before is kept. Gives an exit code where there is nothing to tell. */
async function playIntoFolder(
  words: readonly string[],
  options: CompareOptions,
): Promise<RequestedStudy | ExitCode> {
  const { seed, replicates, months, window, out } = options;
  const asked = definedOf({ seed, replicates, months, window, out });
  const study = await requestedStudy(await withBaseline(words), { ...asked, set: [], vary: [] }, 'compare');
  if (study.plan.comparisons.length === 0)
    throw new UsageError(
      `There is nothing to compare ${study.plan.scenarios[0].scenarioId} with: it names no "compare_with". Name two scenarios.`,
    );
  announcePlan(study, timeEstimate(study, options.workers));
  const { worked, exitCode } = await workTold(study, { ...options, goOn: study.goOn });
  if (worked.state === 'finished') return exitCode ?? study;
  const told = tellUnfinished(worked, study.folder, study.goOn);
  return exitCode ?? told;
}

function definedOf<T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** One scenario alone is compared with what its file says. A study file is left as it is. */
async function withBaseline(words: readonly string[]): Promise<readonly string[]> {
  if (words.length > 1 || studyFileOf(words[0]) !== undefined) return words;
  const { compareWith } = await loadScenario(words[0], { shippedDir: packageRoot });
  return compareWith === null ? words : [compareWith, words[0]];
}

function tellComparisons(folder: string, window: Window | undefined, options: CompareOptions): ExitCode {
  const { comparisons, outcomes: kept } = readPlan(folder);
  if (comparisons.length === 0)
    throw new UsageError(`${folder} holds no comparison: none of its scenarios has a baseline among them.`);
  const outcomes = chooseOutcomes(kept, options);
  const points: ShownPoint[][] = comparisons.map(() => []);
  const { plan, summary } = compareFolder(folder, window, (point, found) => {
    found.forEach((comparison, at) => {
      points[at].push({ point, rows: shownRows(comparison, outcomes) });
    });
  });
  const shown = summary.comparisons.map((comparison, at) => ({
    comparison,
    rows: shownRows(comparison, outcomes),
    points: points[at],
  }));
  if (options.json) for (const each of shown) printComparisonJson(plan, each);
  else print(textOf(plan, folder, shown));
  if (summary.failed === 0) return exitCodes.ok;
  say(
    `${summary.failed.toLocaleString('en')} of ${counted(summary.attempted, 'run')} failed; a pair counts where both runs ended well.`,
  );
  return exitCodes.failedRuns;
}

function textOf(plan: Plan, folder: string, shown: readonly ShownComparison[]): string {
  const tail = `Seed ${plan.studySeed}. Model output, not data. From ${folder}`;
  return [...shown.map((each) => comparisonText(plan, each)), tail].join('\n\n');
}
