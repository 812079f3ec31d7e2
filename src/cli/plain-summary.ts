import { nameMonth } from '../engine/calendar.ts';
import type { Results } from '../export/results.ts';
import { formatDifference, formatOutcome } from '../figures/outcome-words.ts';
import { formatWindow } from '../scenario/window.ts';
import type { Difference, Verdict } from '../study/compare.ts';
import { replicatesOf } from '../study/run-order.ts';
import { type Comparison, judgedWindow } from '../study/summarise.ts';
import { bracketed } from './bracketed.ts';
import { changeLines } from './change-lines.ts';
import { replacementSentence, treasurySentence } from './money-sentences.ts';
import { moneyRows, type OutcomeRow, otherRows } from './outcome-rows.ts';
import { plainTable, wrapWords } from './plain-table.ts';
import { program } from './program-word.ts';
import { scenarioWord } from './shell-word.ts';
import type { RunStudy } from './study-of-run.ts';

/**
 * What a run amounts to in plain text of at most 80 columns: what changed, by how much, where the money moved, who pays, where the tables
 * are; `note` says beside growth what it rests on.
 */
export function summaryText(study: RunStudy, results: Results, note: readonly string[] = []): string {
  const comparison = results.summary.comparisons[0];
  const body =
    comparison === undefined || comparison.differences.length === 0
      ? levelLines(study, results)
      : comparedLines(study, comparison);
  const parts = [
    headLines(study),
    changeLines(study.loaded, study.baseline),
    body,
    note,
    checkLines(study, results),
    tailLines(study, results),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headLines({ title, question, plan, experiments, seed }: RunStudy): readonly string[] {
  const last = plan.firstMonth + plan.months - 1;
  const runs = `${replicatesOf(plan)} ${replicatesOf(plan) === 1 ? 'replicate' : 'replicates on the same draws'}`;
  return [
    ...wrapWords(title),
    ...wrapWords(question),
    ...wrapWords(
      `World: ${experiments[0].world.title}, ${nameMonth(plan.firstMonth)} to ${nameMonth(last)}; seed ${seed}, ${runs}. Model output, not data.`,
    ),
  ];
}

function comparedLines({ experiments }: RunStudy, comparison: Comparison): readonly string[] {
  const window = formatWindow(comparison.main);
  const rows = comparison.differences.filter((row) => row.window === window);
  const { pairs } = rows[0];
  const months = comparison.main.last - comparison.main.first + 1;
  return [
    ...wrapWords(
      `Mean a month, ${window} (${months} months), over ${pairs} ${pairs === 1 ? 'pair' : 'pairs'} of runs; in brackets the 95% interval of the difference (of chance alone: doubtful defaults are held).`,
    ),
    '',
    ...comparisonTable(rows, experiments[0].scenarioId),
    ...verdictLines(rows),
    ...replacementLines(comparison, window),
    ...treasuryLines(rows),
  ];
}

function comparisonTable(rows: readonly Difference[], baselineId: string): readonly string[] {
  const cells = (row: OutcomeRow): readonly (readonly string[])[] => {
    const found = rows.find((difference) => difference.outcome === row.outcome);
    return found === undefined || isNothing(found) ? [] : [differenceRow(row.label, found)];
  };
  const heading = (name: string): readonly string[] => [name, 'baseline', 'scenario', 'change', '', ''];
  const blank = ['', '', '', '', '', ''];
  return [
    ...(baselineId === 'baseline' ? [] : [`  baseline here is ${baselineId}`]),
    ...plainTable(
      [
        heading('income from'),
        ...moneyRows.flatMap(cells),
        blank,
        heading('others'),
        ...otherRows.flatMap(cells),
      ],
      [0, 4, 5],
      78,
    ).map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

/** A line that is nothing in both scenarios takes no room. */
function isNothing(row: Difference): boolean {
  return row.baselineMean === 0 && row.scenarioMean === 0;
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  higher: 'higher',
  lower: 'lower',
  'no detectable difference': 'none *',
  equal: 'equal',
  'one pair, no interval': '',
};

function differenceRow(label: string, row: Difference): readonly string[] {
  return [
    label,
    formatOutcome(row.baselineMean, row.unit),
    formatOutcome(row.scenarioMean, row.unit),
    formatDifference(row.difference.estimate, row.unit),
    bracketed(row.difference, (value) => formatDifference(value, row.unit)),
    verdictWords[row.verdict],
  ];
}

function verdictLines(rows: readonly Difference[]): readonly string[] {
  const { pairs } = rows[0];
  if (pairs === 1) return ['  One pair of runs: no interval. Ask for more with --replicates.'];
  const shown = new Set([...moneyRows, ...otherRows].map((row) => row.outcome));
  const isUnsure = rows.some(
    (row) => row.verdict === 'no detectable difference' && shown.has(row.outcome) && !isNothing(row),
  );
  return isUnsure ? [`  * no detectable difference at n = ${pairs}: the interval includes 0`] : [];
}

function replacementLines({ replacements }: Comparison, window: string): readonly string[] {
  const found = replacements.find((row) => row.window === window);
  if (found === undefined) return [];
  return ['', 'Where the money moved', ...wrapWords(replacementSentence(found), 80, '  ')];
}

function treasuryLines(rows: readonly Difference[]): readonly string[] {
  const row = rows.find((difference) => difference.outcome === 'treasury_customs_usd');
  return row === undefined ? [] : ['', 'Who pays', ...wrapWords(treasurySentence(row), 80, '  ')];
}

function levelLines(study: RunStudy, { summary }: Results): readonly string[] {
  const scenario = study.experiments.length - 1;
  const levels = summary.levels[scenario];
  if (levels.length === 0) return ['Every run failed; runs.csv says how.'];
  const rows = [...moneyRows, ...otherRows].flatMap((row) => {
    const column = summary.columns.findIndex((candidate) => candidate.name === row.outcome);
    if (column < 0 || levels[column].estimate === 0) return [];
    const { unit } = summary.columns[column];
    const format = (value: number): string => formatOutcome(value, unit);
    return [[row.label, format(levels[column].estimate), bracketed(levels[column], format)]];
  });
  const window = formatWindow(judgedWindow(study.plan, scenario));
  return [
    `Mean a month, ${window}, in brackets its 95% interval (of chance alone)`,
    '',
    ...indent(plainTable(rows, [0, 2], 78)),
  ];
}

function checkLines({ loaded }: RunStudy, { checks }: Results): readonly string[] {
  const failed = checks.filter((check) => check.status === 'fail');
  const held = checks.filter((check) => check.status === 'pass').length;
  const skipped = checks.length - failed.length - held;
  const outside = skipped + loaded.checksLeftOut;
  const also = outside === 0 ? '' : `, ${outside} skipped`;
  const details = failed.flatMap((check) => wrapWords(`does not hold: ${check.found}`, 80, '  '));
  return [`Checks: ${held} of ${checks.length - skipped} hold${also}`, ...details];
}

function tailLines(study: RunStudy, { summary }: Results): readonly string[] {
  const failures =
    summary.failed === 0 ? [] : [`${summary.failed} of ${summary.attempted} runs failed; runs.csv says how.`];
  const { scenario } = study.loaded;
  return [
    ...failures,
    `Tables: ${study.folder} (its README.md says what each is)`,
    'Next:',
    `  ${program} explain income_patron_usd --scenario ${scenarioWord(scenario)}`,
  ];
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
