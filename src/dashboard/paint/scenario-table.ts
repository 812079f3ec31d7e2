import { formatShare } from '../../figures/numbers.ts';
import type { ScenarioRow } from '../../figures/study-scenarios.ts';
import type { Theme } from '../theme.ts';
import { firstVisible } from './faction-table.ts';
import { fitLine, fitLines, fitText, type Line, type Size, span } from './line.ts';
import { progressBar } from './progress-bar.ts';

interface Columns {
  readonly name: number;
  readonly bar: number;
  /** Failed runs and runs needed find room from some width on. */
  readonly isWide: boolean;
}

/** Cells right of the bar: done 16, mean 10, half-width 10, relative 8, settled 9. */
const rightColumns = 53;
const wideColumns = 18;

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
  const isWide = size.columns >= 100;
  const right = rightColumns + (isWide ? wideColumns : 0);
  const free = Math.max(4, size.columns - 1 - right);
  const longest = Math.max(8, ...rows.map(({ scenarioId }) => scenarioId.length));
  const name = Math.min(longest, isWide ? Math.floor(free * 0.6) : free);
  return { name, bar: Math.max(0, Math.min(40, free - name - 1)), isWide };
}

function heading({ name, bar, isWide }: Columns, theme: Theme): Line {
  const wide = isWide ? 'failed'.padStart(8) + 'needed'.padStart(10) : '';
  const right = `${'runs'.padStart(16)}${'mean'.padStart(10)}${`${theme.glyphs.plusMinus}95%`.padStart(10)}${'rel.'.padStart(8)}`;
  const text = ` ${fitText('scenario', name)}${' '.repeat(bar > 0 ? bar + 1 : 0)}${right}${wide}${'settled'.padStart(9)}`;
  return [span(text, 'dim')];
}

function scenarioLine(
  row: ScenarioRow,
  isSelected: boolean,
  { name, bar, isWide }: Columns,
  theme: Theme,
): Line {
  const { ellipsis } = theme.glyphs;
  const runs = `${count(row.done)}/${count(row.total)}`;
  const needed = row.needed === undefined ? '-' : count(row.needed);
  return [
    span(isSelected ? '>' : ' ', 'mark'),
    span(fitText(row.scenarioId, name, ellipsis), isSelected ? 'selected' : 'plain'),
    ...(bar > 0 ? [span(' '), ...fitLine(progressBar(row.done / row.total, bar, theme), bar)] : []),
    span(cell(runs, 16, ellipsis)),
    span(cell(row.mean, 10, ellipsis), 'strong'),
    span(cell(row.halfWidth, 10, ellipsis)),
    span(cell(row.relative === undefined ? '-' : relativeText(row.relative), 8, ellipsis)),
    ...(isWide ? [failedCell(row.failed, ellipsis), span(cell(needed, 10, ellipsis))] : []),
    span(cell(row.settled, 9, ellipsis), row.settled === 'yes' ? 'strong' : 'plain'),
  ];
}

function relativeText(relative: number): string {
  return formatShare(relative, relative < 0.01 ? 2 : 1);
}

function failedCell(failed: number, ellipsis: string) {
  return span(cell(count(failed), 8, ellipsis), failed > 0 ? 'warn' : 'plain');
}

/** Right-aligned with a space before it whatever its length. */
function cell(text: string, width: number, ellipsis: string): string {
  return ` ${fitText(text, width - 1, ellipsis, 'right')}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
