import { formatMoney } from '../../figures/numbers.ts';
import type { TollFigure, TollRow } from '../../figures/toll-figure.ts';
import type { Theme } from '../theme.ts';
import { beside, fitLine, fitLines, fitText, type Line, type Size, type Style, span } from './line.ts';
import { proseLines } from './prose.ts';

/** From so many columns on the sentences stand beside the chart. */
const besideColumns = 70;
const mostProse = 52;
/** A heading and tolls that the chart keeps before a sentence takes their room. */
const leastChart = 7;
const tollColumns = 6;
const moneyColumns = 8;
/** A bar of fewer cells says less than the goods that pay. */
const leastBar = 12;

const signs = { asked: '> ', most: '* ', both: '>*', none: '  ' } as const;

/** Tolls one below another, a bar for what each brings and the goods that pass and pay beside it, and what that says in sentences; exactly `size`. */
export function tollChart(figure: TollFigure, size: Size, theme: Theme): readonly Line[] {
  if (size.columns >= besideColumns) {
    const left = Math.min(mostProse, Math.floor(size.columns * 0.42));
    const prose = sentencesIn(figure, { columns: left - 2, rows: size.rows });
    return fitLines(
      beside(prose, left, bars(figure, { ...size, columns: size.columns - left }, theme)),
      size,
    );
  }
  const wanted = Math.min(leastChart, figure.rows.length + 1);
  const prose = sentencesIn(figure, { ...size, rows: size.rows - wanted });
  return fitLines([...prose, ...bars(figure, { ...size, rows: size.rows - prose.length }, theme)], size);
}

/** As many whole sentences as there is room for, in their order. */
function sentencesIn({ sentences }: TollFigure, { columns, rows }: Size): readonly Line[] {
  const lines: Line[] = [];
  for (const sentence of sentences) {
    const more = proseLines(sentence, columns);
    if (lines.length + more.length > rows) break;
    lines.push(...more);
  }
  return lines;
}

function bars(figure: TollFigure, size: Size, theme: Theme): readonly Line[] {
  const shown = thin(figure.rows, size.rows - 1);
  const fixed = 2 + tollColumns + 1 + moneyColumns;
  const goods = goodsColumns(size.columns - fixed - 2);
  const bar = Math.max(0, size.columns - fixed - 1 - goods * moneyColumns);
  const lines = shown.map((row) => barLine(row, figure.largestUsd, bar, goods, theme));
  return fitLines([headingLine(bar, goods, theme), ...lines], size);
}

/** How many columns of goods there is room for: those that pass, then those that pay. */
function goodsColumns(room: number): number {
  return Math.max(0, Math.min(2, Math.floor((room - leastBar) / moneyColumns)));
}

function headingLine(bar: number, goods: number, theme: Theme): Line {
  const { bar: later, here } = theme.glyphs;
  const long = `take: ${later} habits followed, ${here} this month`;
  const middle =
    [long, `${later} later, ${here} now`, `${later}later ${here}now`].find((text) => text.length <= bar) ??
    '';
  const others = ['passes', 'pays'].slice(0, goods).map((text) => text.padStart(moneyColumns));
  const left = `  ${'toll'.padStart(tollColumns)} ${fitText(middle, bar, '')}`;
  return [span(`${left}${'take'.padStart(moneyColumns)}${others.join('')}`, 'dim')];
}

function barLine(row: TollRow, largestUsd: number, columns: number, goods: number, theme: Theme): Line {
  const style: Style = row.mark === undefined ? 'plain' : 'strong';
  const money = [row.takeUsd, row.trafficUsd, row.payingUsd].slice(0, goods + 1);
  return [
    span(signs[row.mark ?? 'none'], 'mark'),
    span(`${row.toll.padStart(tollColumns)} `, style),
    ...barCells(row, largestUsd, columns, theme),
    span(money.map((usd) => formatMoney(usd).padStart(moneyColumns)).join(''), style),
  ];
}

/** The take once habits have followed as a bar, that of the month itself as a dot on or beyond it. */
function barCells(row: TollRow, largestUsd: number, columns: number, theme: Theme): Line {
  if (columns < 1) return [];
  const share = (usd: number): number => (largestUsd > 0 ? usd / largestUsd : 0);
  const filled = Math.round(share(row.takeUsd) * columns);
  const at = Math.min(columns - 1, Math.max(0, Math.round(share(row.atOnceUsd) * columns) - 1));
  const cell = (x: number): string => (x < filled ? theme.glyphs.bar : ' ');
  const text = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, x) => cell(from + x)).join('');
  const style: Style = row.mark === undefined ? 'plain' : 'strong';
  return fitLine(
    [span(text(0, at), style), span(theme.glyphs.here, 'mark'), span(text(at + 1, columns), style)],
    columns,
  );
}

/** At most `count` rows: those with a mark first, then the ends, then others spread evenly. */
function thin(rows: readonly TollRow[], count: number): readonly TollRow[] {
  if (count >= rows.length) return rows;
  const order = [...rows.keys()].sort((a, b) => rank(rows, a) - rank(rows, b) || a - b);
  const kept = new Set(order.slice(0, Math.max(0, count)));
  return rows.filter((_, at) => kept.has(at));
}

/** Odd places go before places that four divides, so that what stays is spread. */
function rank(rows: readonly TollRow[], at: number): number {
  if (rows[at].mark !== undefined) return 0;
  if (at === 0 || at === rows.length - 1) return 1;
  return at % 4 === 0 ? 2 : at % 2 === 0 ? 3 : 4;
}
