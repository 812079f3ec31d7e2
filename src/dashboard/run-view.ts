import { nameMonth } from '../engine/calendar.ts';
import { type FactionsFigure, factionsFigure } from '../figures/factions.ts';
import { incomeBySource } from '../figures/income-by-source.ts';
import { monthSentence } from '../figures/month-sentence.ts';
import { formatMoney } from '../figures/numbers.ts';
import { factionsTable } from '../figures/tables/factions-table.ts';
import { incomeTable } from '../figures/tables/income-table.ts';
import { postsTable } from '../figures/tables/posts-table.ts';
import { type HoldersFigure, whoHoldsWhat } from '../figures/who-holds-what.ts';
import type { RunRecord } from '../model/run-record.ts';
import { eventsPanel } from './events-panel.ts';
import { boxedRows, ruledRows } from './layout.ts';
import { cursorOf, directed, filterRows, filterWords, tableRows } from './list-state.ts';
import { chartedSeries } from './paint/chart-frame.ts';
import { factionTable, lineLegend } from './paint/faction-table.ts';
import { gridRows, holderGrid, postInGrid } from './paint/holder-grid.ts';
import { beside, fitLine, type Line, type Size, span } from './paint/line.ts';
import { firstVisible } from './paint/list-table.ts';
import { timeChart } from './paint/time-chart.ts';
import { timelineBar } from './paint/timeline-bar.ts';
import { type Draw, focusedPanel, type Panel, type View } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

const [factions, chart, holders, events] = [0, 1, 2, 3];
const mostHolderRows = 9;
/** From this width the factions table has its legend below. */
const legendColumns = 100;

/** One run at one month: factions, income by source, crossings, events. */
export function runView(snapshot: Snapshot, record: RunRecord): View {
  const focus = focusedPanel(snapshot.state.panel, 4);
  return {
    panels: [
      factionsPanel(snapshot, record),
      chartPanel(snapshot, record),
      holdersPanel(snapshot, record, focus === holders),
      eventsPanel(snapshot, record, focus === events),
    ],
    arrange: (size, form, draw, theme) => {
      if (form === 'ruled') return ruled(snapshot, record, size, draw, focus);
      const marks = incomeBySource(record, snapshot.experiment.changes).marks;
      const bar = timelineBar(record, marks, snapshot.state.player.month, { ...size, rows: 2 }, theme);
      return [...boxed(snapshot, record, { ...size, rows: size.rows - 2 }, draw), ...bar];
    },
  };
}

function ruled(
  snapshot: Snapshot,
  record: RunRecord,
  size: Size,
  draw: Draw,
  focus: number,
): readonly Line[] {
  const { world } = snapshot.experiment;
  const rows = ruledRows(size, {
    factions: world.factions.length,
    holders: (most) => rowsOfHolders(snapshot, record, size.columns, 7, most),
  });
  const high = (inside: number): Size => ({ columns: size.columns, rows: inside + 1 });
  return [
    ...draw(factions, high(rows.factions)),
    ...draw(chart, high(rows.chart)),
    ...draw(focus === events ? events : holders, high(rows.holders)),
    sentenceLine(snapshot, record, size.columns),
  ];
}

function boxed(snapshot: Snapshot, record: RunRecord, size: Size, draw: Draw): readonly Line[] {
  const { world } = snapshot.experiment;
  const rows = boxedRows(size, {
    factions: world.factions.length,
    holders: (most) => rowsOfHolders(snapshot, record, size.columns - 4, 29, most),
  });
  const eventColumns = Math.min(60, Math.floor(size.columns * 0.36));
  const chartColumns = size.columns - eventColumns;
  const high = (columns: number, inside: number): Size => ({ columns, rows: inside + 2 });
  return [
    ...draw(factions, high(size.columns, rows.factions)),
    ...beside(
      draw(chart, high(chartColumns, rows.chart)),
      chartColumns,
      draw(events, high(eventColumns, rows.events)),
    ),
    ...draw(holders, high(size.columns, rows.holders)),
    sentenceLine(snapshot, record, size.columns),
  ];
}

function holdersFigure({ experiment, state }: Snapshot, record: RunRecord): HoldersFigure {
  const figure = whoHoldsWhat(record, experiment.world, state.player.month);
  return { ...figure, posts: filterRows(state, 'holders', figure.posts, ({ name }) => name) };
}

/** Rows of the crossings with cells of about that width, at most `most`. */
function rowsOfHolders(
  snapshot: Snapshot,
  record: RunRecord,
  columns: number,
  cell: number,
  most: number,
): number {
  return gridRows(holdersFigure(snapshot, record), columns, cell, Math.min(most, mostHolderRows));
}

function shownFactions({ experiment, state }: Snapshot, record: RunRecord): FactionsFigure {
  const order = (state.orders.factions ?? 0) % 2 === 0 ? 'file' : 'total';
  const figure = factionsFigure(record, experiment.world, state.player.month, order);
  return {
    ...figure,
    rows: filterRows(state, 'factions', directed(state, 'factions', figure.rows), ({ name }) => name),
  };
}

function factionsPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { state } = snapshot;
  const hasLegend = (size: Size): boolean => size.columns >= legendColumns;
  return {
    titleFor: (size) => {
      const figure = shownFactions(snapshot, record);
      const selected = cursorOf(state, 'factions', figure.rows.length);
      const visible = Math.max(0, size.rows - (hasLegend(size) ? 2 : 1));
      const from = firstVisible(figure.rows.length, selected, visible);
      const part =
        visible < figure.rows.length ? `${from + 1}-${from + visible} of ${figure.rows.length}, ` : '';
      const sorted = figure.order === 'file' ? 'o: by income' : 'by income, o: file order';
      return `${figure.title}, all ${formatMoney(figure.totalUsd)} (${part}${sorted}${filterWords(state, 'factions')})`;
    },
    paint: (size, theme) => {
      const figure = shownFactions(snapshot, record);
      const selected = cursorOf(state, 'factions', figure.rows.length);
      if (!hasLegend(size)) return factionTable(figure, selected, size, theme);
      const table = factionTable(figure, selected, { ...size, rows: size.rows - 1 }, theme);
      return [...table, fitLine(lineLegend(figure), size.columns)];
    },
    table: () =>
      factionsTable(shownFactions(snapshot, record).rows, snapshot.experiment.world, state.player.month),
    list: {
      name: 'factions',
      rowAt: tableRows(
        state,
        'factions',
        () => shownFactions(snapshot, record).rows.length,
        (size) => (hasLegend(size) ? 1 : 0),
      ),
      targets: () =>
        shownFactions(snapshot, record).rows.map(({ hue }) => ({
          to: 'why',
          subject: { kind: 'faction', index: hue },
        })),
    },
  };
}

function chartPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { experiment, comparison, state } = snapshot;
  const figure = () => incomeBySource(record, experiment.changes, comparison);
  return {
    titleFor: (size) => {
      const { title, unit, series, against } = figure();
      const shown = chartedSeries(figure(), size);
      const some = shown < series.length ? ` (${shown} largest of ${series.length})` : '';
      return `${title}, ${unit}${some}${against === undefined ? '' : `, change on ${against}`}`;
    },
    paint: (size, theme) => timeChart(figure(), state.player.month, size, theme),
    table: () => incomeTable(record, state.player.month, comparison),
    list: {
      name: 'factions',
      targets: () => experiment.world.factions.map(() => ({ to: 'why', subject: { kind: 'all' } })),
    },
  };
}

function holdersPanel(snapshot: Snapshot, record: RunRecord, isInFocus: boolean): Panel {
  const figure = () => holdersFigure(snapshot, record);
  return {
    titleFor: () =>
      `${figure().title}: letter = holder, bar = goods that pass${filterWords(snapshot.state, 'holders')}`,
    paint: (size, theme) => {
      const shown = figure();
      const selected = isInFocus ? cursorOf(snapshot.state, 'holders', shown.posts.length) : -1;
      return holderGrid(shown, size, theme, selected);
    },
    table: () =>
      postsTable('crossings', figure().posts, snapshot.experiment.world, snapshot.state.player.month),
    list: {
      name: 'holders',
      rowAt: ({ column, row }, inside) => postInGrid(figure(), inside, column, row),
      targets: () => figure().posts.map(({ index }) => ({ to: 'post', index })),
    },
  };
}

/** As many clauses of the month's sentence as fit, at least the first. */
function sentenceLine(snapshot: Snapshot, record: RunRecord, columns: number): Line {
  const { month } = snapshot.state.player;
  const date = ` ${nameMonth(month)}: `;
  let text = '';
  for (const clause of monthSentence(record, snapshot.experiment, month, snapshot.comparison)) {
    const longer = text === '' ? clause : `${text}; ${clause}`;
    if (text !== '' && date.length + longer.length > columns) break;
    text = longer;
  }
  return fitLine([span(date, 'strong'), span(text)], columns);
}
