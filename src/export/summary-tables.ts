import { formatMonth } from '../engine/calendar.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Difference } from '../study/compare.ts';
import type { Interval } from '../study/interval.ts';
import { summariseMonths } from '../study/month-moments.ts';
import { pointIdOf } from '../study/run-order.ts';
import type { Comparison, Summary } from '../study/summarise.ts';
import type { Cell } from './csv.ts';
import {
  countField,
  dateField,
  type Field,
  numberField,
  type OutputTable,
  textField,
} from './table-declaration.ts';

function estimateField(name: string, description: string): Field {
  return { name, type: 'number', unit: 'as the outcome', description };
}

const baselineField = textField('baseline_id', 'the scenario compared with');
const scenarioField = textField('scenario_id', 'the scenario');
const pointField = textField('point_id', 'the point of the design; p-0 in a study without one');
const windowField = textField('months_window', 'months of the mean, both included, 2018-05..2020-04');
const pairsField = countField('n_pairs', 'pairs of runs on the same draws', 1);

/** `summary/by_scenario_month.csv`: the picture of a scenario with its spread. */
export const byScenarioMonthTable: OutputTable = {
  name: 'by_scenario_month',
  path: 'summary/by_scenario_month.csv',
  description: 'every outcome of by_month: mean over replicates and its 95% Student interval',
  primaryKey: ['scenario_id', 'month', 'outcome'],
  fields: [
    scenarioField,
    countField('month', 'month number of the calendar, 2014-01 is 1', 1),
    dateField('date', "the month's first day"),
    textField('outcome', 'column of by_month'),
    estimateField('mean', 'mean over replicates'),
    estimateField('lo', 'lower bound of the 95% interval; empty for one replicate'),
    estimateField('hi', 'upper bound of the 95% interval; empty for one replicate'),
    countField('n', 'replicates that ended well', 1),
  ],
};

/** `summary/compare.csv`: paired differences from the baseline. */
export const compareTable: OutputTable = {
  name: 'compare',
  path: 'summary/compare.csv',
  description:
    'paired differences from the baseline: means a month over a window of months, with 95% Student intervals',
  primaryKey: ['baseline_id', 'scenario_id', 'point_id', 'outcome', 'months_window'],
  fields: [
    baselineField,
    scenarioField,
    pointField,
    textField('outcome', 'column of by_month'),
    textField('unit', 'unit of the outcome'),
    windowField,
    pairsField,
    estimateField('diff_mean', 'scenario less baseline, mean over pairs'),
    estimateField('diff_lo', 'lower bound of the difference; empty for one pair'),
    estimateField('diff_hi', 'upper bound of the difference; empty for one pair'),
    percentField('pct_diff', "difference in percent of the baseline's mean; empty where that is 0"),
    percentField('pct_lo', 'lower bound of the same'),
    percentField('pct_hi', 'upper bound of the same'),
    numberField(
      'var_reduction_x',
      'ratio',
      'variance of the difference without shared draws over that with them; empty where pairs do not vary',
    ),
    textField('verdict', 'what the interval allows to say', [
      'higher',
      'lower',
      'no detectable difference',
      'equal',
      'one pair, no interval',
    ]),
  ],
};

/** `summary/replacement.csv`: what the patron paid less and what other lines made up. */
export const replacementTable: OutputTable = {
  name: 'replacement',
  path: 'summary/replacement.csv',
  description:
    'dollars of the patron that went missing, and how much of them other lines made up, means a month',
  primaryKey: ['baseline_id', 'scenario_id', 'point_id', 'months_window'],
  fields: [
    baselineField,
    scenarioField,
    pointField,
    windowField,
    pairsField,
    ...intervalFields('patron_lost', 'usd', 'baseline less scenario, income_patron_usd'),
    ...intervalFields('local_gained', 'usd', 'scenario less baseline, income_local_usd'),
    ...intervalFields('replaced', 'share', 'local gained over patron lost; empty where nothing was lost'),
  ],
};

/** `parameters.csv`: what every parameter was, as a row for each month in which it takes a new value. */
export const parametersTable: OutputTable = {
  name: 'parameters',
  path: 'parameters.csv',
  description:
    'resolved parameters: the first month of each scenario, then every month in which a value changes',
  primaryKey: ['scenario_id', 'parameter', 'month'],
  fields: [
    scenarioField,
    textField('parameter', 'name of the parameter'),
    countField('month', 'month number from which the value holds', 1),
    textField('from_month', 'the same as a month of the calendar, 2018-05'),
    { name: 'value', type: 'number', unit: 'as the parameter', description: 'the value from that month on' },
  ],
};

function percentField(name: string, description: string): Field {
  return { name, type: 'number', unit: 'percent', description };
}

function intervalFields(name: string, unit: 'usd' | 'share', meaning: string): readonly Field[] {
  const words = unit === 'usd' ? 'US dollars a month' : 'share';
  const field = (ending: string, description: string): Field => ({
    name: `${name}_${ending}`,
    type: 'number',
    unit: words,
    description,
  });
  return [
    field(unit, meaning),
    field(`${unit}_lo`, 'lower bound of its 95% interval; empty for one pair'),
    field(`${unit}_hi`, 'upper bound of its 95% interval; empty for one pair'),
  ];
}

/** Rows of by_scenario_month, scenario by scenario in the plan's order. */
export function* scenarioMonthRows(
  summary: Summary,
  scenarioIds: readonly string[],
): Generator<readonly Cell[]> {
  for (const [scenario, moments] of summary.moments.entries()) {
    if (moments === undefined) continue;
    for (const cell of summariseMonths(moments))
      yield [
        scenarioIds[scenario],
        cell.month,
        cell.date,
        cell.outcome,
        cell.estimate,
        cell.lo,
        cell.hi,
        cell.n,
      ];
  }
}

/** Rows of compare for one point of the design. */
export function* compareRows(point: number, comparisons: readonly Comparison[]): Generator<readonly Cell[]> {
  for (const { baselineId, scenarioId, differences } of comparisons)
    for (const row of differences) yield [baselineId, scenarioId, pointIdOf(point), ...differenceCells(row)];
}

/** A difference as the cells of compare.csv after scenarios and point; `--json` prints the same. */
export function differenceCells(row: Difference): readonly Cell[] {
  return [
    row.outcome,
    row.unit,
    row.window,
    row.pairs,
    ...intervalCells(row.difference),
    ...intervalCells(row.percent),
    row.varianceReduction,
    row.verdict,
  ];
}

/** Rows of replacement for one point of the design. */
export function* replacementRows(
  point: number,
  comparisons: readonly Comparison[],
): Generator<readonly Cell[]> {
  for (const { baselineId, scenarioId, replacements } of comparisons)
    for (const row of replacements)
      yield [
        baselineId,
        scenarioId,
        pointIdOf(point),
        row.window,
        row.pairs,
        ...intervalCells(row.lost),
        ...intervalCells(row.gained),
        ...intervalCells(row.share),
      ];
}

/** Rows of parameters. */
export function* parameterRows(experiments: readonly Experiment[]): Generator<readonly Cell[]> {
  for (const { scenarioId, timeline } of experiments)
    for (const [parameter, name] of timeline.names.entries())
      for (let index = 0; index < timeline.months; index++) {
        const at = parameter * timeline.months + index;
        if (index > 0 && timeline.values[at] === timeline.values[at - 1]) continue;
        const month = timeline.firstMonth + index;
        yield [scenarioId, name, month, formatMonth(month), timeline.values[at]];
      }
}

function intervalCells(interval: Interval | undefined): readonly Cell[] {
  return interval === undefined ? [null, null, null] : [interval.estimate, interval.lo, interval.hi];
}
