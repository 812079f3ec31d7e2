import type { ColumnSpec } from '../engine/recorder.ts';
import { monthColumns } from '../model/observables.ts';
import type { Window } from '../scenario/window.ts';
import type { Difference } from './compare.ts';
import { type Interval, momentsInterval } from './interval.ts';
import { type KeptOk, type KeptRun, meansOver } from './kept-run.ts';
import { addTo, createMoments, type Moments } from './moments.ts';
import { addToMonths, createMonthMoments, type MonthMoments } from './month-moments.ts';
import {
  addPoint,
  addRuns,
  differencesOf,
  forgetPairs,
  type PairedMeans,
  replacementsOf,
  startPairs,
} from './paired-means.ts';
import type { Plan } from './plan.ts';
import type { Replacement } from './replacement.ts';

/** A comparison's results: every outcome over the main window and, where it is longer, over the whole run. */
export interface Comparison {
  readonly baselineId: string;
  readonly scenarioId: string;
  readonly main: Window;
  readonly differences: readonly Difference[];
  readonly replacements: readonly Replacement[];
}

/** What a study's runs amount to. In a design of several points, each point's mean counts as one pair. */
export interface Summary {
  readonly columns: readonly ColumnSpec[];
  /** One for each scenario of the plan, in its order; undefined where every run failed or by_month is not kept. */
  readonly moments: readonly (MonthMoments | undefined)[];
  /** One for each scenario of the plan: mean of each column over its judged window; empty where every run failed. */
  readonly levels: readonly (readonly Interval[])[];
  readonly comparisons: readonly Comparison[];
  readonly attempted: number;
  readonly failed: number;
}

/** Takes runs one at a time, in the order of the plan; memory does not grow with their number. */
export interface Summariser {
  readonly add: (run: KeptRun) => void;
  readonly finish: () => Summary;
}

/** Columns of by_month that a plan keeps. */
export function outcomeColumns(plan: Plan): readonly ColumnSpec[] {
  return plan.outcomes.map((name) => monthColumns.find((column) => column.name === name)!);
}

/** Months by which the runs of a plan's scenario are judged: its own main window, or that of what it is the baseline of. */
export function judgedWindow(plan: Plan, scenario: number): Window {
  return plan.scenarios[scenario].windows[0];
}

/** Starts a summary of a plan's runs; `onPoint` is told the comparisons of each point of the design as it ends. */
export function summarise(
  plan: Plan,
  onPoint: (point: number, comparisons: readonly Comparison[]) => void = () => {},
): Summariser {
  const columns = outcomeColumns(plan);
  const here = plan.comparisons.map((comparison) => startPairs(plan, comparison));
  const whole = plan.comparisons.map((comparison) => startPairs(plan, comparison));
  const tally = startTally(plan);
  let replicate: (KeptOk | undefined)[] = [];
  let point = 0;
  const endReplicate = (): void => {
    for (const pairs of here) pairUp(plan, pairs, replicate);
    replicate = [];
  };
  const endPoint = (): void => {
    onPoint(point, comparisonsOf(plan, here, columns));
    here.forEach((pairs, at) => {
      addPoint(whole[at], pairs);
      if (plan.design.points > 1) forgetPairs(pairs);
    });
  };
  return {
    add: (run) => {
      if (run.place.scenario === 0 && run.place.index > 0) endReplicate();
      if (run.place.point !== point) endPoint();
      point = run.place.point;
      if (run.status === 'ok') replicate[run.place.scenario] = run;
      count(tally, plan, run);
    },
    finish: () => {
      endReplicate();
      endPoint();
      const paired = plan.design.points > 1 ? whole : here;
      return { columns, ...finishTally(tally), comparisons: comparisonsOf(plan, paired, columns) };
    },
  };
}

/** Pairs the runs of one replicate, where both ended well. */
function pairUp(plan: Plan, pairs: PairedMeans, replicate: readonly (KeptOk | undefined)[]): void {
  const { baseline, scenario, windows } = pairs.comparison;
  const [before, after] = [replicate[baseline], replicate[scenario]];
  if (before !== undefined && after !== undefined)
    addRuns(
      pairs,
      (window) => meansOver(plan, before, windows[window]),
      (window) => meansOver(plan, after, windows[window]),
    );
}

function comparisonsOf(
  plan: Plan,
  paired: readonly PairedMeans[],
  columns: readonly ColumnSpec[],
): readonly Comparison[] {
  return paired.map((pairs) => ({
    baselineId: plan.scenarios[pairs.comparison.baseline].scenarioId,
    scenarioId: plan.scenarios[pairs.comparison.scenario].scenarioId,
    main: pairs.comparison.windows[0],
    differences: differencesOf(pairs, columns),
    replacements: replacementsOf(pairs),
  }));
}

/** What is counted scenario by scenario. */
interface Tally {
  readonly months: (MonthMoments | undefined)[];
  readonly levels: readonly Moments[];
  attempted: number;
  failed: number;
}

function startTally({ scenarios, outcomes }: Plan): Tally {
  return {
    months: scenarios.map(() => undefined),
    levels: scenarios.map(() => createMoments(outcomes.length)),
    attempted: 0,
    failed: 0,
  };
}

function count(tally: Tally, plan: Plan, run: KeptRun): void {
  tally.attempted++;
  if (run.status === 'failed') {
    tally.failed++;
    return;
  }
  const { scenario } = run.place;
  addTo(tally.levels[scenario], run.means.subarray(0, plan.outcomes.length));
  const table = run.tables.find(({ spec }) => spec.name === 'by_month');
  if (table === undefined) return;
  tally.months[scenario] ??= createMonthMoments(table, plan.firstMonth);
  addToMonths(tally.months[scenario], table);
}

function finishTally({ months, levels, attempted, failed }: Tally): Omit<Summary, 'columns' | 'comparisons'> {
  return { moments: months, levels: levels.map(levelsOf), attempted, failed };
}

function levelsOf({ n, mean, squares }: Moments): readonly Interval[] {
  return n === 0 ? [] : Array.from(mean, (value, at) => momentsInterval(n, value, squares[at]));
}
