import { formatShare } from '../../figures/numbers.ts';
import type { ScenarioRow } from '../../figures/study-scenarios.ts';
import { clockWords } from '../../figures/work-words.ts';
import type { Theme } from '../theme.ts';
import { fitLine, fitLines, fitText, type Line, type Size, type Style, span } from './line.ts';
import { firstVisible } from './list-table.ts';
import { progressBar } from './progress-bar.ts';

/** What finds room: narrow has no relative width, usual also the time to settle, wide also totals, failures and the runs needed. */
type Width = 'narrow' | 'usual' | 'wide';

interface Columns {
  readonly name: number;
  readonly bar: number;
  readonly width: Width;
}

type Cell = 'runs' | 'mean' | 'halfWidth' | 'relative' | 'failed' | 'needed' | 'settles' | 'settled';

/** Columns right of the bar with their cells, a space before each included. */
const cellWidths: Readonly<Record<Width, readonly (readonly [Cell, number])[]>> = {
  narrow: [
    ['runs', 9],
    ['mean', 10],
    ['halfWidth', 10],
    ['settled', 9],
  ],
  usual: [
    ['runs', 8],
    ['mean', 10],
    ['halfWidth', 10],
    ['relative', 7],
    ['settles', 9],
    ['settled', 9],
  ],
  wide: [
    ['runs', 14],
    ['mean', 10],
    ['halfWidth', 10],
    ['relative', 8],
    ['failed', 8],
    ['needed', 9],
    ['settles', 9],
    ['settled', 9],
  ],
};

/** A shorter bar tells no more than the numbers beside it. */
const leastBar = 6;

/** A heading and as many scenarios as there are rows left, scrolled so that the selected one is seen. */
export function scenarioTable(
  rows: readonly ScenarioRow[],
  selected: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const columns = columnsOf(rows, size);
  const visible = Math.max(0, size.rows - 1);
  const from = firstVisible(rows.length, selected, visible);
  const lines = rows
    .slice(from, from + visible)
    .map((row, at) => scenarioLine(row, from + at === selected, columns, theme));
  return fitLines([heading(columns, theme), ...lines], size);
}

function columnsOf(rows: readonly ScenarioRow[], size: Size): Columns {
  const width = size.columns >= 100 ? 'wide' : size.columns >= 76 ? 'usual' : 'narrow';
  const free = Math.max(4, size.columns - 1 - sumCells(width));
  const longest = Math.max(8, ...rows.map(({ scenarioId }) => scenarioId.length));
  const name = Math.min(longest, width === 'wide' ? free - leastBar - 1 : free);
  const bar = width === 'narrow' ? 0 : Math.min(40, free - name - 1);
  return { name, bar: bar < leastBar ? 0 : bar, width };
}

function sumCells(width: Width): number {
  return cellWidths[width].reduce((sum, [, cells]) => sum + cells, 0);
}

function heading({ name, bar, width }: Columns, theme: Theme): Line {
  const { plusMinus, ellipsis } = theme.glyphs;
  const words = {
    runs: 'runs',
    mean: 'mean',
    halfWidth: `${plusMinus}95%`,
    relative: 'rel.',
    failed: 'failed',
    needed: 'needed',
    settles: 'left',
    settled: 'settled',
  };
  const start = ` ${fitText('scenario', name, ellipsis)}${' '.repeat(bar > 0 ? bar + 1 : 0)}`;
  return [start, ...cellsOf(words, width, ellipsis).map(([, text]) => text)].map((text) => span(text, 'dim'));
}

function scenarioLine(
  row: ScenarioRow,
  isSelected: boolean,
  { name, bar, width }: Columns,
  theme: Theme,
): Line {
  const { ellipsis } = theme.glyphs;
  const words = {
    runs: width !== 'wide' ? count(row.done) : `${count(row.done)}/${count(row.total)}`,
    mean: row.mean,
    halfWidth: row.halfWidth,
    relative: row.relative === undefined ? '-' : relativeText(row.relative),
    failed: count(row.failed),
    needed: row.needed === undefined ? '-' : count(row.needed),
    settles: leftText(row.secondsToSettle),
    settled: row.settled,
  };
  return [
    span(isSelected ? '>' : ' ', 'mark'),
    span(fitText(row.scenarioId, name, ellipsis), isSelected ? 'selected' : 'plain'),
    ...(bar > 0 ? [span(' '), ...fitLine(progressBar(row.done / row.total, bar, theme), bar)] : []),
    ...cellsOf(words, width, ellipsis).map(([cell, text]) => span(text, styleOf(cell, row))),
  ];
}

/** The cells of a row at that width, each with a space before it whatever its length. */
function cellsOf(
  words: Readonly<Record<Cell, string>>,
  width: Width,
  ellipsis: string,
): readonly (readonly [Cell, string])[] {
  return cellWidths[width].map(([cell, cells]) => [
    cell,
    ` ${fitText(words[cell], cells - 1, ellipsis, 'right')}`,
  ]);
}

function styleOf(cell: Cell, row: ScenarioRow): Style {
  if (cell === 'failed') return row.failed > 0 ? 'warn' : 'plain';
  if (cell === 'settled') return row.settled === 'yes' ? 'strong' : 'plain';
  return cell === 'mean' ? 'strong' : 'plain';
}

function relativeText(relative: number): string {
  return formatShare(relative, relative < 0.01 ? 2 : 1);
}

/** `more`: planned are fewer runs than it takes. */
function leftText(seconds: number | undefined): string {
  if (seconds === undefined) return '-';
  return Number.isFinite(seconds) ? clockWords(seconds) : 'more';
}

function count(number: number): string {
  return number.toLocaleString('en');
}
