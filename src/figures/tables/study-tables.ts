import type { Unit } from '../../engine/units.ts';
import type { OutcomeProgress } from '../../study/outcome-progress.ts';
import type { ScenarioProgress, StudyProgress } from '../../study/progress.ts';
import { type DataTable, dataTable, numbers, rowUnit, words } from '../data-table.ts';
import { meanSoFar } from '../mean-so-far.ts';
import { outcomeSpread } from '../outcome-spread.ts';
import { scenarioRows } from '../study-scenarios.ts';

/** Every scenario of a study with one outcome, at place `at` of the plan's: runs, mean, half its 95% interval in its unit and as a share of the mean, runs that would settle it. */
export function scenariosTable(
  scenarios: readonly ScenarioProgress[],
  at: number,
  outcome: string,
  unit: Unit | '',
): DataTable {
  const rows = scenarioRows(scenarios, at, unit).map((row, place) => ({
    row,
    so: scenarios[place].outcomes[at],
  }));
  return dataTable('scenarios', rows, [
    words('study_scenario_id', ({ row }) => row.scenarioId),
    words('outcome', () => outcome),
    rowUnit(() => unit),
    numbers('done_n', 'count', ({ row }) => row.done),
    numbers('planned_n', 'count', ({ row }) => row.total),
    numbers('failed_n', 'count', ({ row }) => row.failed),
    { name: 'outcome_mean', unit: 'as in unit', of: ({ so }) => (so.runs === 0 ? Number.NaN : so.mean) },
    { name: 'half_interval_95', unit: 'as in unit', of: ({ so }) => so.halfWidth ?? Number.NaN },
    numbers('half_interval_share', 'share', ({ row }) => row.relative ?? Number.NaN),
    numbers('to_settle_n', 'count', ({ row }) => row.needed ?? Number.NaN),
    words('settled', ({ row }) => (row.settled === '-' ? 'unknown' : row.settled)),
  ]);
}

/** A mean and half its 95% interval against the number of runs. */
export function meanTable(progress: OutcomeProgress, scenario: string, outcome: string): DataTable {
  return dataTable('mean', meanSoFar(progress)?.points ?? [], [
    words('study_scenario_id', () => scenario),
    words('outcome', () => outcome),
    numbers('runs_n', 'count', ({ runs }) => runs),
    { name: 'outcome_mean', unit: 'of the outcome', of: ({ mean }) => mean },
    { name: 'half_interval_95', unit: 'of the outcome', of: ({ halfWidth }) => halfWidth ?? Number.NaN },
  ]);
}

/** Bars of a spread that is exported: as many as a wide screen shows. */
const mostBars = 40;

/** Runs in bars of equal width; `low` included, `high` not. */
export function spreadTable(progress: OutcomeProgress, scenario: string, outcome: string): DataTable {
  const figure = outcomeSpread(progress, mostBars);
  const { low = 0, high = 0, counts = [] } = figure ?? {};
  const width = (high - low) / counts.length;
  const bars = counts.map((runs, at) => ({ runs, low: low + at * width, high: low + (at + 1) * width }));
  return dataTable('spread', bars, [
    words('study_scenario_id', () => scenario),
    words('outcome', () => outcome),
    { name: 'low', unit: 'of the outcome', of: (bar) => bar.low },
    { name: 'high', unit: 'of the outcome', of: (bar) => bar.high },
    numbers('runs_n', 'count', ({ runs }) => runs),
  ]);
}

/** The latest failures, oldest first. */
export function failuresTable({ failures }: StudyProgress): DataTable {
  return dataTable('failures', failures, [
    words('run_id', ({ runId }) => runId),
    words('code', ({ code }) => code),
    words('message', ({ message }) => message),
  ]);
}

/** How far a study is, in one row. */
export function progressTable(progress: StudyProgress, study: string): DataTable {
  return dataTable(
    'progress',
    [progress],
    [
      words('study_name', () => study),
      numbers('done_n', 'count', ({ done }) => done),
      numbers('planned_n', 'count', ({ total }) => total),
      numbers('failed_n', 'count', ({ failed }) => failed),
      { name: 'elapsed_s', unit: 'seconds', of: ({ seconds }) => seconds },
      { name: 'rate_per_s', unit: 'runs a second', of: ({ ratePerSecond }) => ratePerSecond ?? Number.NaN },
      { name: 'left_low_s', unit: 'seconds', of: ({ secondsLeft }) => secondsLeft?.lo ?? Number.NaN },
      { name: 'left_high_s', unit: 'seconds', of: ({ secondsLeft }) => secondsLeft?.hi ?? Number.NaN },
    ],
  );
}
