import { formatDifference } from '../figures/outcome-words.ts';
import { formatWindow } from '../scenario/window.ts';
import type { Difference, Verdict } from '../study/compare.ts';
import type { Plan } from '../study/plan.ts';
import { pointIdOf } from '../study/run-order.ts';
import type { Comparison } from '../study/summarise.ts';
import { bracketed } from './bracketed.ts';
import { intervalWords } from './interval-words.ts';
import { pairingWords } from './pairing-words.ts';
import { plainTable, wrapWords } from './plain-table.ts';
import { counted } from './progress.ts';

/** Rows of one comparison at one point of the design. */
export interface ShownPoint {
  readonly point: number;
  readonly rows: readonly Difference[];
}

/** A comparison as it is shown: over the whole design, and point by point where there are several. */
export interface ShownComparison {
  readonly comparison: Comparison;
  readonly rows: readonly Difference[];
  readonly points: readonly ShownPoint[];
}

/** Points that are shown of an outcome; compare.csv has them all. */
const mostPoints = 16;

/** The rows of chosen outcomes over the months that judge a comparison, in the order chosen. */
export function shownRows(
  { main, differences }: Comparison,
  outcomes: readonly string[],
): readonly Difference[] {
  const window = formatWindow(main);
  return outcomes.flatMap((name) =>
    differences.filter((row) => row.outcome === name && row.window === window),
  );
}

/** A comparison in plain text: a table with intervals and verdicts, what pairing was worth, and the points of the design. */
export function comparisonText(plan: Plan, shown: ShownComparison): string {
  const { comparison, rows, points } = shown;
  const { scenarioId, baselineId, main } = comparison;
  const heading = `${scenarioId} less ${baselineId}, mean a month, ${formatWindow(main)}`;
  if (rows.length === 0) return `${heading}: no pair of runs ended well; runs.csv says how they failed.`;
  const many = plan.design.points > 1;
  const over = counted(rows[0].pairs, many ? 'point' : 'pair');
  const blocks = [
    [
      ...wrapWords(`${heading}, over ${over}; in brackets ${intervalWords(plan)}`),
      ...indented(tableLines(rows)),
    ],
    wrapWords(many ? wholeNote : pairingWords(rows)),
    ...(many ? rows.map((row) => pointLines(row, points)) : []),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const wholeNote =
  'Each point of the design counts as one pair, its mean; the interval is over the points, so it says how far the difference holds while parameters vary.';

/** Outcome, difference, percent, interval, verdict; without the percent where all five would make a line too long. */
function tableLines(rows: readonly Difference[]): readonly string[] {
  const whole = rows.map((row) => [row.outcome, difference(row), percent(row), interval(row), row.verdict]);
  const lines = plainTable(whole, [0, 3, 4], 78);
  if (lines.every((line) => line.length <= 78)) return lines;
  return plainTable(
    whole.map((cells) => cells.filter((_, column) => column !== 2)),
    [0, 2, 3],
    78,
  );
}

function difference({ difference: { estimate }, unit }: Difference): string {
  return formatFor(estimate, unit)(estimate);
}

function interval({ difference: found, unit }: Difference): string {
  return bracketed(found, formatFor(found.estimate, unit));
}

/** Differences in the words of their unit; where the estimate would read as nothing, its digits, so that its verdict can be understood. */
function formatFor(estimate: number, unit: string): (value: number) => string {
  if (estimate === 0 || /[1-9]/.test(formatDifference(estimate, unit)))
    return (value) => formatDifference(value, unit);
  return (value) => `${value > 0 ? '+' : ''}${value.toPrecision(2)}`;
}

function percent({ percent: found }: Difference): string {
  if (found === undefined) return '';
  const text = found.estimate.toFixed(1);
  const shown = found.estimate !== 0 && !/[1-9]/.test(text) ? found.estimate.toPrecision(1) : text;
  return `${found.estimate > 0 ? '+' : ''}${shown}%`;
}

function pointLines({ outcome }: Difference, points: readonly ShownPoint[]): readonly string[] {
  const found = points.flatMap(({ point, rows }) => {
    const row = rows.find((each) => each.outcome === outcome);
    return row === undefined ? [] : [{ point, row }];
  });
  const shown = found
    .slice(0, mostPoints)
    .map(({ point, row }) => [pointIdOf(point), difference(row), interval(row), row.verdict]);
  const rest = found.length - shown.length;
  return [
    ...wrapWords(`${outcome} by point: ${tally(found.map(({ row }) => row.verdict))}`),
    ...indented(plainTable(shown, [0, 2, 3], 78)),
    ...(rest > 0
      ? [`  and ${counted(rest, 'more point')}; summary/compare.csv has them all, --json prints them`]
      : []),
  ];
}

/** `higher at 12, no detectable difference at 4`. */
function tally(verdicts: readonly Verdict[]): string {
  const counts = new Map<Verdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${verdict} at ${count}`).join(', ');
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
