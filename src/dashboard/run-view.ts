import { nameMonth } from '../engine/calendar.ts';
import { eventLog } from '../figures/event-log.ts';
import { factionsFigure } from '../figures/factions.ts';
import { incomeBySource } from '../figures/income-by-source.ts';
import { monthSentence } from '../figures/month-sentence.ts';
import { formatMoney } from '../figures/numbers.ts';
import { whoHoldsWhat } from '../figures/who-holds-what.ts';
import type { RunRecord } from '../model/run-record.ts';
import { chartedSeries } from './paint/chart-frame.ts';
import { eventList } from './paint/event-list.ts';
import { factionTable, firstVisible, lineLegend } from './paint/faction-table.ts';
import { gridRows, holderGrid } from './paint/holder-grid.ts';
import { fitLine, type Line, type Size, span } from './paint/line.ts';
import { timeChart } from './paint/time-chart.ts';
import { timelineBar } from './paint/timeline-bar.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';

/** A part of the screen: its title and how its inside is painted. */
export interface Panel {
  readonly title: string;
  /** The title when the inside has that many rows. */
  readonly titleFor: (rows: number) => string;
  readonly paint: (size: Size, theme: Theme) => readonly Line[];
}

/** The Run view's panels, ready to be laid out. */
export interface RunView {
  readonly factionCount: number;
  /** Rows of the crossings with cells of about that width, at most `most`. */
  readonly holderRows: (columns: number, cell: number, most: number) => number;
  /** With a legend of the lines' letters below, or without. */
  readonly factions: (withLegend: boolean) => Panel;
  readonly chart: (columns: number) => Panel;
  readonly holders: Panel;
  readonly events: Panel;
  readonly sentence: (columns: number) => Line;
  readonly timeline: (size: Size, theme: Theme) => readonly Line[];
}

const mostHolderRows = 9;

/** One run at one month. */
export function runView(snapshot: Snapshot, record: RunRecord): RunView {
  const { experiment, state } = snapshot;
  const { month } = state.player;
  const income = incomeBySource(record, experiment.changes, snapshot.comparison);
  const holders = whoHoldsWhat(record, experiment.world, month);
  return {
    factionCount: experiment.world.factions.length,
    holderRows: (columns, cell, most) => gridRows(holders, columns, cell, Math.min(most, mostHolderRows)),
    factions: (withLegend) => factionsPanel(snapshot, record, withLegend),
    chart: (columns) => ({
      ...panel(`${income.title}, ${income.unit}`, (size, theme) => timeChart(income, month, size, theme)),
      titleFor: (rows) => {
        const shown = chartedSeries(income, { columns, rows });
        const some = shown < income.series.length ? ` (${shown} largest of ${income.series.length})` : '';
        const change = income.against === undefined ? '' : `, change on ${income.against}`;
        return `${income.title}, ${income.unit}${some}${change}`;
      },
    }),
    holders: panel(`${holders.title}: letter = holder, bar = goods that pass`, (size, theme) =>
      holderGrid(holders, size, theme),
    ),
    events: eventsPanel(snapshot, record),
    sentence: (columns) => sentenceLine(snapshot, record, columns),
    timeline: (size, theme) => timelineBar(record, income.marks, month, size, theme),
  };
}

function panel(title: string, paint: Panel['paint']): Panel {
  return { title, titleFor: () => title, paint };
}

function factionsPanel(snapshot: Snapshot, record: RunRecord, withLegend: boolean): Panel {
  const { order, player, selected } = snapshot.state;
  const figure = factionsFigure(record, snapshot.experiment.world, player.month, order);
  const paint = (size: Size, theme: Theme): readonly Line[] => {
    const tableRows = withLegend ? size.rows - 1 : size.rows;
    const table = factionTable(figure, selected, { columns: size.columns, rows: tableRows }, theme);
    return withLegend ? [...table, fitLine(lineLegend(figure), size.columns)] : table;
  };
  const sorted = order === 'file' ? 'o: by income' : 'by income, o: file order';
  return {
    ...panel(figure.title, paint),
    titleFor: (rows) => {
      const visible = Math.max(0, rows - (withLegend ? 2 : 1));
      const from = firstVisible(figure.rows.length, selected, visible);
      const part =
        visible < figure.rows.length ? `${from + 1}-${from + visible} of ${figure.rows.length}, ` : '';
      return `${figure.title}, all ${formatMoney(figure.totalUsd)} (${part}${sorted})`;
    },
  };
}

function eventsPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const entries = eventLog(record, snapshot.experiment, snapshot.state.player.month);
  const isWhole = snapshot.state.overlay === 'log';
  const title = `Events (${entries.length})${isWhole ? '' : '  L: all'}`;
  return panel(title, (size, theme) => eventList(entries, isWhole ? snapshot.state.back : 0, size, theme));
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
