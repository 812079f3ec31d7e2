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
import { emptyList } from './empty-list.ts';
import { eventsPanel } from './events-panel.ts';
import { cursorOf, directed, filterRows, filterWords, tableRows } from './list-state.ts';
import { chartedSeries, frameOf } from './paint/chart-frame.ts';
import { factionTable, lineLegend } from './paint/faction-table.ts';
import { gridRows, holderGrid, postInGrid, showsTake } from './paint/holder-grid.ts';
import { fitLine, type Line, type Size, span } from './paint/line.ts';
import { firstVisible } from './paint/list-table.ts';
import { timeChart } from './paint/time-chart.ts';
import { timelineBar } from './paint/timeline-bar.ts';
import { focusedPanel, type Panel, type View } from './panel.ts';
import { boxedRun, type RunPanel, ruledRun, runPanels } from './run-arrange.ts';
import { mainMoversPanel, pactPanel, treasuryPanel } from './run-facts.ts';
import type { Snapshot } from './snapshot.ts';

const mostHolderRows = 9;
/** From this width the factions table has its legend below. */
const legendColumns = 100;

/** One run at one month: factions, income by source, crossings, events, treasury, the pact, and what moved. */
export function runView(snapshot: Snapshot, record: RunRecord): View {
  const { state, experiment } = snapshot;
  const focus = focusedPanel(state.panel, runPanels.length);
  const isFocused = (name: RunPanel): boolean => runPanels[focus] === name;
  const panels: Readonly<Record<RunPanel, Panel>> = {
    factions: factionsPanel(snapshot, record),
    chart: chartPanel(snapshot, record),
    holders: holdersPanel(snapshot, record, isFocused('holders')),
    events: eventsPanel(snapshot, record, isFocused('events')),
    treasury: treasuryPanel(snapshot, record, isFocused('treasury')),
    pact: pactPanel(snapshot, record, isFocused('pact')),
    movers: mainMoversPanel(snapshot, record),
  };
  const wishes = {
    focus: runPanels[focus],
    factions: experiment.world.factions.length,
    holders: (columns: number, cell: number, most: number) =>
      gridRows(holdersFigure(snapshot, record), columns, cell, Math.min(most, mostHolderRows)),
  };
  return {
    panels: runPanels.map((name) => panels[name]),
    arrange: (size, form, draw, theme) => {
      const one = (name: RunPanel, outer: Size): readonly Line[] => draw(runPanels.indexOf(name), outer);
      const sentence = (columns: number): Line => sentenceLine(snapshot, record, columns);
      if (form === 'ruled') return ruledRun(size, wishes, one, sentence);
      const marks = incomeBySource(record, experiment.changes).marks;
      const bar = timelineBar(record, marks, state.player.month, { ...size, rows: 2 }, theme);
      return [...boxedRun({ ...size, rows: size.rows - 2 }, wishes, one, sentence), ...bar];
    },
  };
}

function holdersFigure({ experiment, state }: Snapshot, record: RunRecord): HoldersFigure {
  const figure = whoHoldsWhat(record, experiment.world, state.player.month);
  return { ...figure, posts: filterRows(state, 'holders', figure.posts, ({ name }) => name) };
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
      if (figure.rows.length === 0)
        return emptyList(state, 'factions', 'This world has no factions.', size.columns);
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
      const isCompared = against !== undefined && frameOf(figure(), size).changes > 0;
      const some = shown < series.length ? ` (${shown} largest of ${series.length})` : '';
      return `${title}, ${unit}${some}${isCompared ? `, change on ${against}` : ''}`;
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
    titleFor: (size) => {
      const take = showsTake(figure(), size) ? ', $ = take a month' : '';
      return `${figure().title}: letter = holder, bar = goods that pass${take}${filterWords(snapshot.state, 'holders')}`;
    },
    paint: (size, theme) => {
      const shown = figure();
      if (shown.posts.length === 0)
        return emptyList(snapshot.state, 'holders', 'This world has no crossings.', size.columns);
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
