import { isoDate } from '../engine/calendar.ts';
import type { KeptRun } from '../study/kept-run.ts';
import type { Plan } from '../study/plan.ts';
import { largestSeed } from '../study/run-key.ts';
import { identityOf, type RunPlace } from '../study/run-order.ts';
import { judgedWindow, outcomeColumns } from '../study/summarise.ts';
import type { Cell } from './csv.ts';
import { parameterCells, parameterFields } from './design-table.ts';
import {
  countField,
  dateField,
  type OutputTable,
  recordedField,
  runKeyFields,
  textField,
} from './table-declaration.ts';

/** `runs.csv`: every run that was attempted. */
export const runsTable: OutputTable = {
  name: 'runs',
  path: 'runs.csv',
  description: 'one row for each run that was attempted, whether it ended well or not',
  primaryKey: ['run_id'],
  fields: [
    ...runKeyFields,
    {
      ...countField('study_seed', "the study's seed, from which and the replicate all chance is drawn"),
      max: largestSeed,
    },
    textField('status', 'whether the run ended well', ['ok', 'failed']),
    textField('stage', 'where a failed run failed', ['design', 'model', 'time']),
    textField('error_code', "a failed run's stable code"),
    textField('message', "a failed run's message"),
    textField('digest', 'sha256 of every number that the run recorded'),
    textField('replay', 'the command that plays this run again'),
  ],
};

/** `outcomes.csv`: the headline numbers of each run that ended well, averaged over the months that judge its scenario. */
export function outcomesTable(plan: Plan): OutputTable {
  return {
    name: 'outcomes',
    path: 'outcomes.csv',
    description:
      'one row for each run that ended well: its point of the design, then every outcome of by_month as its mean a month over the months from window_from to window_to',
    primaryKey: ['run_id'],
    fields: [
      ...runKeyFields,
      ...parameterFields(plan.design),
      dateField('window_from', 'first month of the mean, its first day'),
      dateField('window_to', 'last month of the mean, its first day'),
      countField('window_n', 'months in the mean', 1),
      ...outcomeColumns(plan)
        .map(recordedField)
        .map((field) => ({ ...field, description: `mean a month: ${field.description}` })),
    ],
  };
}

/** Cells that open a row about a run. */
export function runKeyCells(plan: Plan, place: RunPlace): readonly Cell[] {
  const { runId, scenarioId, pointId, replicate } = identityOf(plan, place);
  return [runId, scenarioId, pointId, replicate];
}

/** The row of runs.csv. */
export function runRow(plan: Plan, run: KeptRun, replay: string): readonly Cell[] {
  const opening = [...runKeyCells(plan, run.place), plan.studySeed, run.status];
  if (run.status === 'failed') return [...opening, run.stage, run.code, run.message, null, replay];
  return [...opening, null, null, null, run.digest, replay];
}

/** The row of outcomes.csv for a run that ended well; `numbers` are its point's. */
export function outcomeRow(
  plan: Plan,
  run: Extract<KeptRun, { status: 'ok' }>,
  numbers: readonly number[],
): readonly Cell[] {
  const window = judgedWindow(plan, run.place.scenario);
  return [
    ...runKeyCells(plan, run.place),
    ...parameterCells(plan.design, run.place.scenario, numbers),
    isoDate(window.first),
    isoDate(window.last),
    window.last - window.first + 1,
    ...run.means.subarray(0, plan.outcomes.length),
  ];
}
