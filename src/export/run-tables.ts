import { isoDate } from '../engine/calendar.ts';
import type { ColumnSpec } from '../engine/recorder.ts';
import type { Window } from '../scenario/window.ts';
import type { FailedRun, RunOutcome } from '../study/outcome.ts';
import { largestSeed, runId } from '../study/run-key.ts';
import type { Cell } from './csv.ts';
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
    textField('stage', 'where a failed run failed'),
    textField('error_code', "a failed run's stable code"),
    textField('message', "a failed run's message"),
    textField('digest', 'sha256 of every number that the run recorded'),
    textField('replay', 'the command that plays this run again'),
  ],
};

/** `outcomes.csv`: the headline numbers of each run that ended well, averaged over the months that judge its scenario. */
export function outcomesTable(columns: readonly ColumnSpec[]): OutputTable {
  return {
    name: 'outcomes',
    path: 'outcomes.csv',
    description:
      'one row for each run that ended well: every outcome of by_month as its mean a month over the months from window_from to window_to',
    primaryKey: ['run_id'],
    fields: [
      ...runKeyFields,
      dateField('window_from', 'first month of the mean, its first day'),
      dateField('window_to', 'last month of the mean, its first day'),
      countField('window_n', 'months in the mean', 1),
      ...columns
        .map(recordedField)
        .map((field) => ({ ...field, description: `mean a month: ${field.description}` })),
    ],
  };
}

/** Cells that open a row about a run. */
export function runKeyCells(run: {
  readonly scenarioId: string;
  readonly seed: number;
  readonly replicate: number;
}): readonly Cell[] {
  return [runId(run.scenarioId, run.seed, run.replicate), run.scenarioId, 'p-0', run.replicate];
}

/** The row of runs.csv. */
export function runRow(run: RunOutcome, replay: string): readonly Cell[] {
  if (run.status === 'failed') return [...runKeyCells(run), run.seed, ...failureCells(run), null, replay];
  const { record } = run;
  return [...runKeyCells(record), record.seed, 'ok', null, null, null, record.digest, replay];
}

function failureCells(run: FailedRun): readonly Cell[] {
  return ['failed', run.stage, run.code, run.message];
}

/** The row of outcomes.csv. */
export function outcomeRow(
  run: { readonly scenarioId: string; readonly seed: number; readonly replicate: number },
  window: Window,
  means: Float64Array,
): readonly Cell[] {
  const months = window.last - window.first + 1;
  return [...runKeyCells(run), isoDate(window.first), isoDate(window.last), months, ...means];
}
