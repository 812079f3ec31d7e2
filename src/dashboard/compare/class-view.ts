import { nameMonth } from '../../engine/calendar.ts';
import type { Side } from '../../figures/compared-sides.ts';
import type { TimeFigure } from '../../figures/figure.ts';
import { marksOf } from '../../figures/marks.ts';
import { type MeasureOverTime, measureOverTime } from '../../figures/measure-over-time.ts';
import { shockSentence } from '../../figures/shock-sentence.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { bigColumns, bigText } from '../paint/big-text.ts';
import { cellsOf } from '../paint/cells.ts';
import { beside, fitLine, fitLines, fitText, type Line, type Size, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import { timeChart } from '../paint/time-chart.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Theme } from '../theme.ts';
import { chosenMeasure } from './compare-panels.ts';
import { sidesOf } from './sides-of.ts';

/** Beside the big month a sentence needs this many columns. */
const sentenceColumns = 56;
/** Below this many rows for both, charts come before the big month. */
const leastChartRows = 4;

/** What a class looks at: the month in big letters, one computed sentence, a chart of each run, and the names of what was done to B. Exactly `size`. */
export function classLines(snapshot: Snapshot, record: RunRecord, size: Size, theme: Theme): readonly Line[] {
  const sides = sidesOf(snapshot, record);
  const { month } = snapshot.state.player;
  const names = changeNames(snapshot, size.columns, theme).slice(size.rows < 16 ? -1 : -2);
  const sentence = shockSentence(sides, snapshot.pairs, month);
  const head = headLines(
    month,
    sentence,
    { ...size, rows: size.rows - names.length - leastChartRows },
    theme,
  );
  const rows = Math.max(0, size.rows - head.length - names.length);
  const figures = measureOverTime(sides, chosenMeasure(snapshot));
  const charts = chartPair(figures, [sides.a, sides.b], month, { ...size, rows }, theme);
  return fitLines([...head, ...charts, ...names], size);
}

/** What was done to the scenario up to the month, each name whole as long as it fits a line, the latest in the last line. */
function changeNames({ experiment, state }: Snapshot, columns: number, theme: Theme): readonly Line[] {
  const lines: string[] = [];
  for (const { month, number, label } of marksOf(experiment.changes)) {
    if (month > state.player.month) continue;
    const name = ` ${theme.glyphs.mark}${number} ${nameMonth(month)} ${label} `;
    const joined = `${lines.at(-1) ?? ''}${name}`;
    if (lines.length > 0 && cellsOf(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(name);
  }
  return lines.map((text) => [span(fitText(text, columns, theme.glyphs.ellipsis), 'mark')]);
}

/** The big month, the sentence beside or below it; the sentence alone where both leave no room for charts. */
function headLines(month: number, sentence: string, size: Size, theme: Theme): readonly Line[] {
  const text = nameMonth(month);
  const monthColumns = text.length * bigColumns + 2;
  const big = bigText(text, theme).map((line) => [span(' '), ...line]);
  const beyond = size.columns - monthColumns;
  if (beyond >= sentenceColumns) {
    const aside = [[], ...proseLines(sentence, beyond - 1, 'strong').slice(0, 4)];
    return beside([...big, []], monthColumns, aside);
  }
  const below = proseLines(sentence, size.columns - 2, 'strong').map((line) => [span(' '), ...line]);
  if (big.length + below.length + 2 <= size.rows) return [...big, [], ...below, []];
  return big.length + below.length <= size.rows ? [...big, ...below] : below;
}

/** A on the left, B on the right, each under its name; the measure, which they share, stands with A. */
function chartPair(
  figures: MeasureOverTime,
  [a, b]: readonly [Side, Side],
  month: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const columns = Math.floor(size.columns / 2);
  const half = { columns: columns - 1, rows: size.rows };
  const chart = (letter: string, side: Side, figure: TimeFigure): readonly Line[] => {
    const name = `${letter} ${side.name}`;
    const titles = [`${name}: ${figure.title}, ${figure.unit}`, `${name}: ${figure.title}`];
    const title = (letter === 'A' && titles.find((text) => cellsOf(text) < half.columns)) || name;
    const words = fitLine([span(` ${title}`, 'strong')], half.columns);
    return [words, ...timeChart(figure, month, { ...half, rows: half.rows - 1 }, theme)].slice(0, size.rows);
  };
  return beside(chart('A', a, figures.a), columns, chart('B', b, figures.b));
}
