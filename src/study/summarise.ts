import type { ColumnSpec, TableRecord } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Window } from '../scenario/window.ts';
import { compareOutcome, type Difference, windowMeans } from './compare.ts';
import { type Interval, meanInterval } from './interval.ts';
import { mainWindow, wholeWindow } from './main-window.ts';
import { addToMoments, createMoments, type MonthMoments } from './month-moments.ts';
import type { RunOutcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import { measureReplacement, type PatronAndLocal, type Replacement } from './replacement.ts';

/** A comparison's results: every outcome over the main window and, where it is longer, over the whole run. */
export interface Comparison {
  readonly baselineId: string;
  readonly scenarioId: string;
  readonly main: Window;
  readonly differences: readonly Difference[];
  readonly replacements: readonly Replacement[];
}

/** What a study's runs amount to. */
export interface Summary {
  readonly columns: readonly ColumnSpec[];
  /** One for each scenario of the plan, in its order; undefined where every run failed. */
  readonly moments: readonly (MonthMoments | undefined)[];
  /** One for each scenario of the plan: mean of each column over its judged window, over replicates; empty where every run failed. */
  readonly levels: readonly (readonly Interval[])[];
  readonly comparisons: readonly Comparison[];
  readonly attempted: number;
  readonly failed: number;
}

/** Takes runs one at a time and keeps of each only its window means: memory for a study of any length of run. */
export interface Summariser {
  readonly add: (run: RunOutcome) => void;
  readonly finish: () => Summary;
}

/** Months by which the runs of a plan's scenario are judged in outcomes.csv: its own main window, or that of what it is the baseline of. */
export function judgedWindow(plan: Plan, experiments: readonly Experiment[], scenario: number): Window {
  const pair =
    plan.comparisons.find((candidate) => candidate.scenario === scenario) ??
    plan.comparisons.find((candidate) => candidate.baseline === scenario);
  if (pair === undefined) return mainWindow(experiments[scenario]);
  return mainWindow(experiments[pair.scenario], experiments[pair.baseline]);
}

/** Starts a summary of a plan's runs; `experiments` in the plan's order. */
export function summarise(plan: Plan, experiments: readonly Experiment[]): Summariser {
  const pairs = plan.comparisons.map((pair) => startPair(pair, experiments));
  const moments: (MonthMoments | undefined)[] = experiments.map(() => undefined);
  const windows = experiments.map((_, scenario) => judgedWindow(plan, experiments, scenario));
  const means: Float64Array[][] = experiments.map(() => []);
  let columns: readonly ColumnSpec[] = [];
  let attempted = 0;
  let failed = 0;
  const addRecord = (record: RunRecord): void => {
    const scenario = plan.scenarios.findIndex((planned) => planned.scenarioId === record.scenarioId);
    const table = byMonth(record);
    columns = table.spec.columns;
    moments[scenario] ??= createMoments(table, record.firstMonth);
    addToMoments(moments[scenario], table);
    means[scenario].push(windowMeans(table, record.firstMonth, windows[scenario]));
    for (const pair of pairs) addToPair(pair, scenario, record, table);
  };
  return {
    add: (run) => {
      attempted++;
      if (run.status === 'ok') addRecord(run.record);
      else failed++;
    },
    finish: () => ({
      columns,
      moments,
      levels: means.map((runs) => levelsOf(runs, columns.length)),
      comparisons: pairs.map((pair) => finishPair(pair, experiments, columns)),
      attempted,
      failed,
    }),
  };
}

function levelsOf(runs: readonly Float64Array[], width: number): readonly Interval[] {
  if (runs.length === 0) return [];
  return Array.from({ length: width }, (_, column) => meanInterval(runs.map((means) => means[column])));
}

interface Pair {
  readonly baseline: number;
  readonly scenario: number;
  readonly windows: readonly Window[];
  /** By window, then by replicate: means of the by_month columns. */
  readonly baselineMeans: readonly Map<number, Float64Array>[];
  readonly scenarioMeans: readonly Map<number, Float64Array>[];
}

function startPair(pair: Plan['comparisons'][number], experiments: readonly Experiment[]): Pair {
  const [experiment, baseline] = [experiments[pair.scenario], experiments[pair.baseline]];
  const main = mainWindow(experiment, baseline);
  const whole = wholeWindow(experiment, baseline);
  const windows = main.first === whole.first && main.last === whole.last ? [whole] : [main, whole];
  return {
    ...pair,
    windows,
    baselineMeans: windows.map(() => new Map()),
    scenarioMeans: windows.map(() => new Map()),
  };
}

function addToPair(pair: Pair, scenario: number, record: RunRecord, table: TableRecord): void {
  pair.windows.forEach((window, at) => {
    const means = windowMeans(table, record.firstMonth, window);
    if (scenario === pair.baseline) pair.baselineMeans[at].set(record.replicate, means);
    if (scenario === pair.scenario) pair.scenarioMeans[at].set(record.replicate, means);
  });
}

function finishPair(
  pair: Pair,
  experiments: readonly Experiment[],
  columns: readonly ColumnSpec[],
): Comparison {
  const windows = pair.windows.map((window, at) => comparedWindow(pair, window, at, columns));
  return {
    baselineId: experiments[pair.baseline].scenarioId,
    scenarioId: experiments[pair.scenario].scenarioId,
    main: pair.windows[0],
    differences: windows.flatMap((compared) => compared.differences),
    replacements: windows.flatMap((compared) => compared.replacements),
  };
}

function comparedWindow(
  pair: Pair,
  window: Window,
  at: number,
  columns: readonly ColumnSpec[],
): Pick<Comparison, 'differences' | 'replacements'> {
  const replicates = [...pair.scenarioMeans[at].keys()].filter((key) => pair.baselineMeans[at].has(key));
  if (replicates.length === 0) return { differences: [], replacements: [] };
  const baseline = replicates.map((replicate) => pair.baselineMeans[at].get(replicate)!);
  const scenario = replicates.map((replicate) => pair.scenarioMeans[at].get(replicate)!);
  const differences = columns.map((column, index) =>
    compareOutcome(
      column,
      window,
      baseline.map((means) => means[index]),
      scenario.map((means) => means[index]),
    ),
  );
  const money = (means: Float64Array): PatronAndLocal => patronAndLocal(means, columns);
  return {
    differences,
    replacements: [measureReplacement(window, baseline.map(money), scenario.map(money))],
  };
}

function patronAndLocal(means: Float64Array, columns: readonly ColumnSpec[]): PatronAndLocal {
  const value = (name: string): number => means[columns.findIndex((column) => column.name === name)];
  return { patron: value('income_patron_usd'), local: value('income_local_usd') };
}

/** The table of headline numbers of a run. */
export function byMonth(record: RunRecord): TableRecord {
  return record.tables.find((table) => table.spec.name === 'by_month')!;
}
