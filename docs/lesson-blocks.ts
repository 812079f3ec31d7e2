import { usualPairs } from '../src/cli/screen-pairs.ts';
import { nameMonth, parseMonth } from '../src/engine/calendar.ts';
import type { ComparedMeasure } from '../src/figures/compared-measures.ts';
import type { Side } from '../src/figures/compared-sides.ts';
import {
  comparisonRows,
  differenceText,
  includesZeroWords,
  measureText,
  spreadText,
} from '../src/figures/comparison-rows.ts';
import { formatMoney, formatShare } from '../src/figures/numbers.ts';
import { formatDifference } from '../src/figures/outcome-words.ts';
import { pairDifferences, spreadOf } from '../src/figures/pair-differences.ts';
import { answerOf } from '../src/figures/prediction-answers.ts';
import { questionIds } from '../src/figures/prediction-questions.ts';
import { predictedChange } from '../src/figures/prediction-window.ts';
import { cellAt } from '../src/figures/run-tables.ts';
import { shockSentence } from '../src/figures/shock-sentence.ts';
import type { Window } from '../src/scenario/window.ts';
import { rowOf } from '../src/study/change-timeline.ts';
import { type Lesson, type Session, triedAssumption } from './play-lesson.ts';

/** Months of the lesson at which a session is read. */
export const readAt = {
  pact: month('2017-12'),
  closed: month('2016-03'),
  reopened: month('2018-12'),
  pressure: month('2020-04'),
} as const;

/** The text of each generated block of docs/tutorial-instructor.md, by the name in its marker. */
export function lessonBlocks(lesson: Lesson): Readonly<Record<string, string>> {
  const { pact, gate, pressure, noNeed } = lesson;
  return {
    pact_answers: answersTable(pact),
    pact_rows: rowsTable(pact, readAt.pact),
    pact_sentence: sentenceOf(pact, readAt.pact),
    gate_month: monthTable(gate, readAt.closed),
    gate_rows: rowsTable(gate, readAt.reopened),
    gate_assumption: assumptionTable(lesson),
    pressure_rows: rowsTable(pressure, readAt.pressure),
    pressure_sentences: [
      `| session | sentence at ${nameMonth(readAt.pressure)} |\n| --- | --- |`,
      `| as modelled | ${sentenceWords(pressure, readAt.pressure)} |`,
      `| need moves nobody | ${sentenceWords(noNeed, readAt.pressure)} |`,
    ].join('\n'),
    made_up: madeUpTable([
      ['as modelled', pressure],
      ['need moves nobody', noNeed],
    ]),
  };
}

function month(text: string): number {
  return parseMonth(text)!;
}

function sentenceWords({ sides, pairs }: Session, at: number): string {
  return shockSentence(sides, pairs, at);
}

function sentenceOf(session: Session, at: number): string {
  return `> **${nameMonth(at)}.** ${sentenceWords(session, at)}`;
}

/** The questions of `--predict` with what happened on the shown run, and in how many pairs it was the same. */
function answersTable({ sides, pairs, experiment }: Session): string {
  const { window } = predictedChange(experiment)!;
  const comparison = { scenarioId: sides.a.name, record: sides.a.record, changes: sides.a.changes };
  const evidence = { record: sides.b.record, comparison, pairs, window };
  const rows = questionIds.map((id) => {
    const { asks, happened, pairs: said } = answerOf(id, '', evidence);
    return [asks, happened, said.join('; ')];
  });
  return table(['the screen asks', 'what happened', 'the pairs'], rows);
}

/** The table of the Compare view with its last line. */
function rowsTable({ sides, pairs }: Session, at: number): string {
  const head = [`by ${nameMonth(at)}`, 'A', 'B', 'B - A', `90% of ${pairs.wanted} pairs`];
  const rows = comparisonRows(sides, pairs, at).map(({ measure, a, b, difference, spread }) => [
    measure.label,
    measureText(a, measure),
    measureText(b, measure),
    differenceText(difference, measure),
    spreadText(spread, measure),
  ]);
  return `${table(head, rows)}\n\n${includesZeroWords}`;
}

/** Who takes what and what passes where in one month, in both runs. */
function monthTable({ sides, experiment }: Session, at: number): string {
  const { factions, crossings } = experiment.world;
  const both = (read: (side: Side) => string): readonly string[] => [read(sides.a), read(sides.b)];
  const cell = (tableName: string, column: string, index: number, write: (value: number) => string) =>
    both(({ record }) => write(cellAt(record, tableName, column, at, index)));
  const rows = [
    ...factions.map(({ name }, index) => [
      `${name}, income`,
      ...cell('by_faction_month', 'income_total_usd', index, formatMoney),
    ]),
    ...crossings.map(({ name }, index) => [
      `${name}, goods that pass`,
      ...cell('by_crossing_month', 'traffic_usd', index, formatMoney),
    ]),
  ];
  return table([nameMonth(at), 'A', 'B'], rows);
}

/** Total income and fuel at the low end of an assumption, as it is, and at its high end. */
function assumptionTable({ gate, gateAtLow, gateAtHigh }: Lesson): string {
  const shown = ['total income', 'fuel'];
  const rows = [gateAtLow, gate, gateAtHigh].map((session) => {
    const { sides, pairs, experiment } = session;
    const found = comparisonRows(sides, pairs, readAt.reopened);
    const cells = shown.map((label) => {
      const { measure, spread } = found.find((row) => row.measure.label === label)!;
      return spreadText(spread, measure);
    });
    return [String(rowOf(experiment, triedAssumption)[0]), ...cells];
  });
  const head = shown.map((label) => `${label}, B - A, 90% of ${usualPairs} pairs`);
  return table([`\`${triedAssumption}\`, by ${nameMonth(readAt.reopened)}`, ...head], rows);
}

/** What the other lines bring of what the patron pays less, in each pair. */
function madeUpTable(sessions: readonly (readonly [name: string, session: Session])[]): string {
  const rows = sessions.map(([name, session]) => {
    const { window } = predictedChange(session.experiment)!;
    const [lost, gained] = [lostIn(session, window), gainedIn(session, window)];
    const spread = spreadOf(
      gained.map((gain, pair) => gain / lost[pair]),
      usualPairs,
    );
    if (spread.kind !== 'range') throw new Error(`${name}: the pairs do not differ`);
    return [
      name,
      formatDifference(-mean(lost), 'usd'),
      formatDifference(mean(gained), 'usd'),
      `${formatShare(spread.low, 0)} to ${formatShare(spread.high, 0)}`,
    ];
  });
  const { window } = predictedChange(sessions[0][1].experiment)!;
  const months = `${nameMonth(window.first)} to ${nameMonth(window.last)}`;
  return table(
    [`a month, ${months}`, 'the patron', 'all other lines', `made up, 90% of ${usualPairs} pairs`],
    rows,
  );
}

const patron: ComparedMeasure = { label: '', columns: ['income_patron_usd'], unit: 'usd', isSource: true };
const total: ComparedMeasure = { label: '', columns: ['income_total_usd'], unit: 'usd', isSource: false };

function lostIn({ pairs }: Session, { first, last }: Window): readonly number[] {
  return pairDifferences(pairs, patron, { from: first, until: last }, 1).map((usd) => -usd);
}

function gainedIn(session: Session, window: Window): readonly number[] {
  const { first, last } = window;
  const lost = lostIn(session, window);
  return pairDifferences(session.pairs, total, { from: first, until: last }, 1).map(
    (usd, pair) => usd + lost[pair],
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
