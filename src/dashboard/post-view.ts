import { nameMonth } from '../engine/calendar.ts';
import { type Closing, closingOf } from '../figures/closing.ts';
import { chartedRivals, postOverTime } from '../figures/post-over-time.ts';
import { rivalsOf } from '../figures/rivals.ts';
import { closingTable } from '../figures/tables/closing-table.ts';
import { postMonthsTable } from '../figures/tables/post-months-table.ts';
import { postsTable } from '../figures/tables/posts-table.ts';
import { takersTable } from '../figures/tables/takers-table.ts';
import { takersAt } from '../figures/takers.ts';
import { type HeldPost, whoHoldsWhat } from '../figures/who-holds-what.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import type { Form } from './layout.ts';
import { cursorOf, tableRows } from './list-state.ts';
import { cellsOf } from './paint/cells.ts';
import { closingColumns, closingSentence } from './paint/closing-table.ts';
import { beside, type Line, type Size } from './paint/line.ts';
import { type Column, listTable } from './paint/list-table.ts';
import { postFacts, takerColumns } from './paint/post-facts.ts';
import { proseLines } from './paint/prose.ts';
import { timeChart } from './paint/time-chart.ts';
import { type Draw, focusedPanel, leftOf, type Panel, type View } from './panel.ts';
import { openWords, postColumns } from './post-columns.ts';
import type { Snapshot } from './snapshot.ts';

const [facts, rivals, traffic, price, closing] = [0, 1, 2, 3, 4];
/** Below this width one panel is shown at a time. */
const bothColumns = 76;

/** One crossing or inland post alone: who takes what there, its rivals, its traffic and price over time, and where its traffic went when it closed. */
export function postView(snapshot: Snapshot, record: RunRecord, post: number): View {
  const { experiment, state } = snapshot;
  const { month } = state.player;
  const posts = whoHoldsWhat(record, experiment.world, month).posts;
  const closed = closingOf(record, experiment.world, post, month);
  const panels = [
    factsPanel(snapshot, record, posts[post]),
    rivalsPanel(snapshot, record, posts, post),
    chartPanel('traffic', snapshot, record, post),
    chartPanel('price', snapshot, record, post),
    ...(closed === undefined ? [] : [closingPanel(closed, experiment.world, post)]),
  ];
  const focus = focusedPanel(state.panel, panels.length);
  return {
    panels,
    arrange: (size, form, draw) => {
      if (size.columns < bothColumns) return draw(focus, size);
      const lists = listRows(record, experiment.world, post, month);
      if (form === 'boxed' && closed !== undefined) return three(size, lists, draw);
      return two(size, lists, form, draw, focus === closing);
    },
  };
}

/** Rows that the lists of takers and rivals take at most, with what is said above them and their edges. */
function listRows(record: RunRecord, world: WorldSpec, post: number, month: number): number {
  const takers = takersAt(record, world, post, month).length + 4;
  return Math.max(8, takers, rivalsOf(world, post).length) + 3;
}

function two(size: Size, lists: number, form: Form, draw: Draw, showsClosing: boolean): readonly Line[] {
  const top = Math.min(Math.ceil(size.rows / 2), lists);
  const below = { ...size, rows: size.rows - top };
  return [
    ...pair(facts, rivals, { ...size, rows: top }, form, draw),
    ...(showsClosing ? draw(closing, below) : pair(traffic, price, below, form, draw)),
  ];
}

function three(size: Size, lists: number, draw: Draw): readonly Line[] {
  const third = Math.floor(size.rows / 3);
  const top = Math.min(third + 1, lists);
  return [
    ...pair(facts, rivals, { ...size, rows: top }, 'boxed', draw),
    ...pair(traffic, price, { ...size, rows: size.rows - top - third }, 'boxed', draw),
    ...draw(closing, { ...size, rows: third }),
  ];
}

function pair(left: number, right: number, size: Size, form: Form, draw: Draw): readonly Line[] {
  const columns = Math.floor(size.columns / 2);
  const rest = { ...size, columns: size.columns - columns };
  return beside(draw(left, leftOf(form, { ...size, columns })), columns, draw(right, rest));
}

function whyOf(post: number): NonNullable<Panel['list']> {
  return { name: 'movers', targets: () => [{ to: 'why', subject: { kind: 'post', index: post } }] };
}

const whyWords = '  Enter: why';

function factsPanel(snapshot: Snapshot, record: RunRecord, post: HeldPost): Panel {
  const { experiment, state } = snapshot;
  return {
    titleFor: ({ columns }) => {
      const title = `${post.name}, ${nameMonth(state.player.month)}`;
      return cellsOf(title) + whyWords.length + 4 <= columns ? title + whyWords : title;
    },
    paint: (size, theme) => {
      const words = postFacts(post, size.columns);
      const takers = takersAt(record, experiment.world, post.index, state.player.month);
      const rest = { ...size, rows: Math.max(0, size.rows - words.length) };
      return [...words, ...listTable(takers, takerColumns, -1, rest, theme)].slice(0, size.rows);
    },
    table: () => {
      const { month } = state.player;
      const { world } = experiment;
      return takersTable(post, takersAt(record, world, post.index, month), world, month);
    },
    list: whyOf(post.index),
  };
}

function rivalsPanel(
  { experiment, state }: Snapshot,
  record: RunRecord,
  posts: readonly HeldPost[],
  post: number,
): Panel {
  const found = rivalsOf(experiment.world, post);
  const charted = chartedRivals(record, experiment.world, post);
  const ties = [...new Set(found.map(({ tie }) => tie))].join(', ');
  return {
    titleFor: () => `Rivals: ${ties === '' ? 'none' : ties}`,
    paint: (size, theme) => {
      const rows = found.map(({ index }) => posts[index]);
      if (rows.length === 0)
        return proseLines(
          'No other crossing of its corridor, and no post on its roads.',
          size.columns,
          'dim',
        );
      const columns = [chartNumber(charted), ...postColumns(theme)];
      return listTable(rows, columns, cursorOf(state, 'rivals', rows.length), size, theme);
    },
    table: () => {
      const shown = found.map(({ index }) => posts[index]);
      return postsTable('rivals', shown, experiment.world, state.player.month);
    },
    list: {
      name: 'rivals',
      rowAt: tableRows(state, 'rivals', () => found.length),
      targets: () => found.map(({ index }) => ({ to: 'post', index })),
    },
  };
}

/** The number by which the charts call a rival. */
function chartNumber(charted: readonly number[]): Column<HeldPost> {
  const text = ({ index }: HeldPost): string =>
    charted.includes(index) ? String(charted.indexOf(index) + 1) : '';
  return { heading: '', width: 1, rank: 0, text, style: () => 'dim' };
}

function chartPanel(what: 'traffic' | 'price', snapshot: Snapshot, record: RunRecord, post: number): Panel {
  const figure = () => postOverTime(what, record, snapshot.experiment, post);
  return {
    titleFor: () => `${figure().title}, ${figure().unit} (* this)`,
    paint: (size, theme) => timeChart(figure(), snapshot.state.player.month, size, theme),
    table: () => postMonthsTable(what, record, snapshot.experiment.world, post, snapshot.state.player.month),
    list: whyOf(post),
  };
}

/** `Closed Feb 2019`, or how far open it was left. */
function closedWords({ date, openAfter }: Closing): string {
  return openAfter === 0 ? `Closed ${date}` : `Down to ${openWords(openAfter)} open, ${date}`;
}

function closingPanel(closed: Closing, world: WorldSpec, post: number): Panel {
  return {
    titleFor: () => `${closedWords(closed)}: where its traffic went`,
    paint: (size, theme) => {
      const words = proseLines(closingSentence(closed), size.columns);
      const rest = { ...size, rows: Math.max(0, size.rows - words.length) };
      return [...words, ...listTable(closed.others, closingColumns, -1, rest, theme)].slice(0, size.rows);
    },
    table: () => closingTable(closed, world),
    list: whyOf(post),
  };
}
