import { type FactionRow, type FactionsFigure, trendMonths } from '../../figures/factions.ts';
import { formatShare, inScale } from '../../figures/numbers.ts';
import type { Theme } from '../theme.ts';
import { fitLine, fitLines, fitText, type Line, type Size, span } from './line.ts';
import { firstVisible } from './list-table.ts';
import { sparkline } from './sparkline.ts';
import { stackedBar } from './stacked-bar.ts';

interface Columns {
  readonly name: number;
  readonly bar: number;
}

/** Cells right of the bar: space, total 7, space, share 6, space, trend. */
const rightColumns = 16 + trendMonths;

/** A heading and as many factions as there are rows left, scrolled so that the selected one (an index of rows) is seen. */
export function factionTable(
  figure: FactionsFigure,
  selected: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const columns = columnsOf(figure, size);
  const visible = Math.max(0, size.rows - 1);
  const from = firstVisible(figure.rows.length, selected, visible);
  const rows = figure.rows
    .slice(from, from + visible)
    .map((row, index) => factionLine(row, figure, from + index === selected, columns, theme));
  return fitLines([heading(figure, columns), ...rows], size);
}

/** What the lines' letters mean: `I patron  P payroll ...`. */
export function lineLegend(figure: FactionsFigure): Line {
  return figure.lines.flatMap(({ letter, name, hue }) => [span(letter, `line-${hue}`), span(` ${name}  `)]);
}

function columnsOf(figure: FactionsFigure, size: Size): Columns {
  const longest = Math.max(...figure.rows.map((row) => row.name.length), 8);
  const name = Math.min(longest, Math.max(8, Math.floor(size.columns * 0.22)));
  return { name, bar: Math.max(0, size.columns - 5 - name - rightColumns) };
}

function heading(figure: FactionsFigure, columns: Columns): Line {
  const bar = fitText(`income by source (${figure.scale.word} a month)`, columns.bar, '');
  const text = `   ${fitText('faction', columns.name)}  ${bar} ${'total'.padStart(7)} ${'share'.padStart(6)} ${trendMonths} months`;
  return [span(text, 'dim')];
}

function factionLine(
  row: FactionRow,
  figure: FactionsFigure,
  isSelected: boolean,
  columns: Columns,
  theme: Theme,
): Line {
  const bar = stackedBar(row.parts, figure.largestUsd, columns.bar, columns.bar < 40);
  return [
    span(isSelected ? '>' : ' ', 'mark'),
    span(row.letter, `faction-${row.hue}`),
    span(` ${fitText(row.name, columns.name, theme.glyphs.ellipsis)}  `, isSelected ? 'selected' : 'plain'),
    ...fitLine(bar, columns.bar),
    span(` ${inScale(row.totalUsd, figure.scale).padStart(7)} ${formatShare(row.share).padStart(6)} `),
    span(sparkline(row.trend, trendMonths, theme), 'dim'),
  ];
}
