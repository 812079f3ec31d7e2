import type { AssembledStudy } from '../export/assemble-study.ts';
import type { Results } from '../export/results.ts';
import { compareTable, differenceCells } from '../export/summary-tables.ts';
import { namesOf } from '../export/table-declaration.ts';
import { formatDifference, formatOutcome } from '../figures/outcome-words.ts';
import { formatWindow } from '../scenario/window.ts';
import type { Difference } from '../study/compare.ts';
import { planId } from '../study/plan.ts';
import type { LookResult } from '../study/precision/judge-look.ts';
import { replicatesOf } from '../study/run-order.ts';
import type { Comparison } from '../study/summarise.ts';
import { bracketed } from './bracketed.ts';
import { intervalWords } from './interval-words.ts';
import { plainTable, wrapWords } from './plain-table.ts';
import { precisionLines } from './precision-words.ts';
import { counted } from './progress.ts';
import { printJson } from './streams.ts';

/** Outcomes shown of each comparison; compare.csv has them all. */
const mostShown = 12;

/** What a batch amounts to in plain text: each comparison, or each scenario's level; failures; where the tables are. */
export function batchSummary(study: AssembledStudy, { summary }: Results, look?: LookResult): string {
  const { plan } = study;
  const compared = summary.comparisons.filter(({ differences }) => differences.length > 0);
  const parts = [
    [...wrapWords(study.title), ...(study.question === '' ? [] : wrapWords(study.question))],
    wrapWords(
      `${counted(plan.scenarios.length, 'scenario')}, ${counted(plan.design.points, 'point')}, ${counted(replicatesOf(plan), 'replicate')}; seed ${plan.studySeed}. Model output, not data.`,
    ),
    ...(compared.length > 0
      ? compared.map((comparison) => comparisonLines(study, comparison))
      : plan.scenarios.map((_, at) => levelLines(study, { summary }, at))),
    ...(look === undefined ? [] : [precisionLines(plan, look)]),
    tailLines(study, summary.attempted, summary.failed),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

/** The same as lines of JSON: the study, each comparison over the whole design, each scenario's levels, the precision reached, the folder. */
export function printBatchJson(study: AssembledStudy, { summary }: Results, look?: LookResult): void {
  const { plan, folder, title, question } = study;
  const { attempted: runs, failed } = summary;
  const points = plan.design.points;
  printJson({
    type: 'study',
    study: planId(plan),
    name: plan.name,
    title,
    question,
    seed: plan.studySeed,
    points,
    runs,
    failed,
    note: 'model output, not data',
  });
  const names = namesOf(compareTable.fields).filter((name) => name !== 'point_id');
  for (const { baselineId, scenarioId, differences } of summary.comparisons)
    for (const row of differences) {
      const cells = [baselineId, scenarioId, ...differenceCells(row)];
      printJson({
        type: 'compare',
        ...Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])),
      });
    }
  for (const level of levelObjects(study, { summary })) printJson(level);
  if (look !== undefined) printJson({ type: 'precision', target: plan.precision?.target, ...look });
  printJson({ type: 'folder', path: folder });
}

/** Each scenario's mean of each outcome over its window, with its interval. */
function levelObjects({ plan }: AssembledStudy, { summary }: Pick<Results, 'summary'>): readonly object[] {
  return plan.scenarios.flatMap(({ scenarioId, windows }, scenario) =>
    summary.levels[scenario].map(({ estimate, lo, hi, n }, at) => ({
      type: 'level',
      scenario_id: scenarioId,
      outcome: summary.columns[at].name,
      unit: summary.columns[at].unit,
      months_window: formatWindow(windows[0]),
      mean: estimate,
      lo,
      hi,
      n,
    })),
  );
}

function comparisonLines({ plan }: AssembledStudy, comparison: Comparison): readonly string[] {
  const window = formatWindow(comparison.main);
  const rows = comparison.differences.filter((row) => row.window === window);
  const over = plan.design.points > 1 ? counted(rows[0].pairs, 'point') : counted(rows[0].pairs, 'pair');
  const shown = rows.filter((row) => row.verdict !== 'equal').slice(0, mostShown);
  return [
    ...wrapWords(
      `${comparison.scenarioId} less ${comparison.baselineId}, mean a month, ${window}, over ${over}; in brackets ${intervalWords(plan)}`,
    ),
    ...indented(plainTable(shown.map(differenceRow), [0, 2, 3], 78)),
    ...(shown.length === 0 ? ['  no outcome differs'] : []),
  ];
}

function differenceRow(row: Difference): readonly string[] {
  const format = (value: number): string => formatDifference(value, row.unit);
  return [row.outcome, format(row.difference.estimate), bracketed(row.difference, format), row.verdict];
}

function levelLines(
  { plan }: AssembledStudy,
  { summary }: Pick<Results, 'summary'>,
  scenario: number,
): readonly string[] {
  const { scenarioId, windows } = plan.scenarios[scenario];
  const levels = summary.levels[scenario];
  if (levels.length === 0) return [`${scenarioId}: every run failed; runs.csv says how`];
  const rows = levels.slice(0, mostShown).map((level, at) => {
    const { name, unit } = summary.columns[at];
    const format = (value: number): string => formatOutcome(value, unit);
    return [name, format(level.estimate), bracketed(level, format)];
  });
  return [
    ...wrapWords(
      `${scenarioId}, mean a month, ${formatWindow(windows[0])}; in brackets ${intervalWords(plan)}`,
    ),
    ...indented(plainTable(rows, [0, 2], 78)),
  ];
}

function tailLines({ folder }: AssembledStudy, attempted: number, failed: number): readonly string[] {
  const failures =
    failed === 0
      ? []
      : [`${failed.toLocaleString('en')} of ${counted(attempted, 'run')} failed; runs.csv says how.`];
  return [...failures, `Tables: ${folder} (its README.md says what each is)`];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
