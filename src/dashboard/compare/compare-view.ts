import { comparedMeasures } from '../../figures/compared-measures.ts';
import { marksOf } from '../../figures/marks.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { beside, type Line, type Size } from '../paint/line.ts';
import { timelineBar } from '../paint/timeline-bar.ts';
import { type Draw, focusedPanel, leftOf, type View } from '../panel.ts';
import { shockRows } from '../shock/shock-rows.ts';
import { shocksPanel } from '../shock/shocks-panel.ts';
import type { Snapshot } from '../snapshot.ts';
import { changedPanel, differencePanel, measurePanel, sourcesPanel } from './compare-panels.ts';
import { sidesOf } from './sides-of.ts';

const [table, both, difference, shocks, onlyA, onlyB, sourcesA, sourcesB] = [0, 1, 2, 3, 4, 5, 6, 7];
/** From this size on there is a column of charts beside the table. */
const columnSize: Size = { columns: 180, rows: 47 };
/** A box around every measure, a heading and a footnote. */
const tableRows = comparedMeasures.length + 4;
/** From so many rows on, rules have room for the difference below the chart. */
const bothChartRows = 18;

/** Two runs on the same draws: what changed, both over time, their difference, and the shocks thrown into one of them. */
export function compareView(snapshot: Snapshot, record: RunRecord): View {
  const sides = sidesOf(snapshot, record);
  const focus = focusedPanel(snapshot.state.panel, 8);
  const wished = shockRows(snapshot).length;
  return {
    panels: [
      changedPanel(snapshot, sides),
      measurePanel(snapshot, sides, 'both'),
      differencePanel(snapshot, sides),
      shocksPanel(snapshot, sides.sign === 1 ? 'B' : 'A', focus === shocks),
      measurePanel(snapshot, sides, 'a'),
      measurePanel(snapshot, sides, 'b'),
      sourcesPanel(snapshot, sides, 'a'),
      sourcesPanel(snapshot, sides, 'b'),
    ],
    arrange: (size, form, draw, theme) => {
      if (form === 'ruled') return ruled(size, draw, focus, wished);
      const body = { ...size, rows: size.rows - 2 };
      const isWide = size.columns >= columnSize.columns && size.rows >= columnSize.rows;
      const marks = marksOf(snapshot.experiment.changes);
      const bar = timelineBar(record, marks, snapshot.state.player.month, { ...size, rows: 2 }, theme);
      return [...(isWide ? wide : boxed)(body, draw, focus, wished), ...bar];
    },
  };
}

/** Table, one chart, shocks. The chart is the one in focus; else both runs in one, and their difference below where there is room. */
function ruled(size: Size, draw: Draw, focus: number, wished: number): readonly Line[] {
  const below = Math.min(size.rows < 16 ? 3 : 6, Math.max(size.rows < 16 ? 2 : 3, wished + 2));
  const most = Math.max(4, Math.round((size.rows - below) * 0.47));
  const above = Math.min(comparedMeasures.length + 3, most);
  const high = (rows: number): Size => ({ ...size, rows });
  const middle = size.rows - above - below;
  const isChart = focus !== table && focus !== shocks && focus !== both;
  const second = isChart || middle < bothChartRows ? 0 : Math.floor(middle / 2);
  return [
    ...draw(table, high(above)),
    ...draw(isChart ? focus : both, high(middle - second)),
    ...(second === 0 ? [] : draw(difference, high(second))),
    ...draw(shocks, high(below)),
  ];
}

/** Charts over table and difference over shocks. */
function boxed(size: Size, draw: Draw, focus: number, wished: number): readonly Line[] {
  const below = Math.min(9, Math.max(5, wished + 3));
  const above = Math.floor((size.rows - below) * 0.48);
  const middle = size.rows - below - above;
  const columns = Math.min(90, Math.floor(size.columns * 0.66));
  return [
    ...chartRow({ ...size, rows: above }, draw, focus),
    ...beside(
      draw(table, leftOf('boxed', { columns, rows: middle })),
      columns,
      draw(difference, { columns: size.columns - columns, rows: middle }),
    ),
    ...draw(shocks, { ...size, rows: below }),
  ];
}

/** Charts on the left, income by source below them; table, difference and shocks on the right. */
function wide(size: Size, draw: Draw, focus: number, wished: number): readonly Line[] {
  const right = Math.max(80, Math.floor(size.columns * 0.4));
  const columns = size.columns - right;
  const above = Math.ceil(size.rows / 2);
  const below = Math.min(12, Math.max(6, wished + 3));
  const left = [
    ...chartRow({ columns, rows: above }, draw, focus === both ? both : onlyA),
    ...chartRow({ columns, rows: size.rows - above }, draw, sourcesA),
  ];
  const high = (rows: number): Size => ({ columns: right, rows });
  return beside(left, columns, [
    ...draw(table, high(tableRows)),
    ...draw(difference, high(size.rows - tableRows - below)),
    ...draw(shocks, high(below)),
  ]);
}

/** A beside B: the measure, income by source while that is in focus, or both runs in one wide chart. */
function chartRow(size: Size, draw: Draw, focus: number): readonly Line[] {
  if (focus === both) return draw(both, size);
  const isSources = focus === sourcesA || focus === sourcesB;
  const columns = Math.floor(size.columns / 2);
  const [left, right] = isSources ? [sourcesA, sourcesB] : [onlyA, onlyB];
  return beside(
    draw(left, { ...size, columns }),
    columns,
    draw(right, { ...size, columns: size.columns - columns }),
  );
}
