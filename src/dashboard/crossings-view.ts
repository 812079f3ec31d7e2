import { crossingsMap } from '../figures/crossings-map.ts';
import type { DataTable } from '../figures/data-table.ts';
import { postsTable } from '../figures/tables/posts-table.ts';
import { type HeldPost, whoHoldsWhat } from '../figures/who-holds-what.ts';
import type { RunRecord } from '../model/run-record.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, directed, filterRows, filterWords, tableRows } from './list-state.ts';
import { crossingMap, type MapOfPosts, postOnMap } from './paint/crossing-map.ts';
import { beside } from './paint/line.ts';
import { listTable, shownPart } from './paint/list-table.ts';
import { focusedPanel, leftOf, type Panel, type View } from './panel.ts';
import { postColumns, postOrders, sortPosts } from './post-columns.ts';
import type { Snapshot } from './snapshot.ts';

const [list, map] = [0, 1];
/** Below this width one panel is shown at a time. */
const bothColumns = 76;

/** All crossings and inland posts: a map and a list, one cursor for both. */
export function crossingsView(snapshot: Snapshot, record: RunRecord): View {
  return {
    panels: [listPanel(snapshot, record), mapPanel(snapshot, record)],
    arrange: (size, form, draw) => {
      if (size.columns < bothColumns) return draw(focusedPanel(snapshot.state.panel, 2), size);
      const mapColumns = Math.floor(size.columns / 2);
      const right = { ...size, columns: size.columns - mapColumns };
      return beside(draw(map, leftOf(form, { ...size, columns: mapColumns })), mapColumns, draw(list, right));
    },
  };
}

function allPosts({ experiment, state }: Snapshot, record: RunRecord): readonly HeldPost[] {
  return whoHoldsWhat(record, experiment.world, state.player.month).posts;
}

function listed(snapshot: Snapshot, record: RunRecord): readonly HeldPost[] {
  const { state } = snapshot;
  const sorted = sortPosts(allPosts(snapshot, record), state.orders.posts ?? 0);
  return filterRows(
    state,
    'posts',
    directed(state, 'posts', sorted),
    ({ name, beyond, holder }) => `${name} ${beyond} ${holder?.name ?? 'officials'}`,
  );
}

function targetsOf(snapshot: Snapshot, record: RunRecord): NonNullable<Panel['list']> {
  return {
    name: 'posts',
    targets: () => listed(snapshot, record).map(({ index }) => ({ to: 'post', index })),
  };
}

function listPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { state } = snapshot;
  return {
    titleFor: ({ rows }) => {
      const count = listed(snapshot, record).length;
      const part = shownPart(count, cursorOf(state, 'posts', count), rows - 1);
      const next = postOrders[((state.orders.posts ?? 0) + 1) % postOrders.length];
      return `Crossings ${part === '' ? '' : `${part}, `}o: ${next}${filterWords(state, 'posts')}`;
    },
    paint: (size, theme) => {
      const rows = listed(snapshot, record);
      if (rows.length === 0) return emptyList(state, 'posts', 'This world has no crossings.', size.columns);
      return listTable(rows, postColumns(theme), cursorOf(state, 'posts', rows.length), size, theme);
    },
    table: () => tableOf(snapshot, record),
    list: {
      ...targetsOf(snapshot, record),
      rowAt: tableRows(state, 'posts', () => listed(snapshot, record).length),
    },
  };
}

function tableOf(snapshot: Snapshot, record: RunRecord): DataTable {
  const { world } = snapshot.experiment;
  return postsTable('crossings', listed(snapshot, record), world, snapshot.state.player.month);
}

function mapPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const mapOf = (): MapOfPosts => {
    const rows = listed(snapshot, record);
    const selected = rows[cursorOf(snapshot.state, 'posts', rows.length)]?.index ?? -1;
    const points = crossingsMap(snapshot.experiment.world);
    return { points, posts: allPosts(snapshot, record), selected };
  };
  return {
    titleFor: () => 'Map: letter holder, bar goods',
    paint: (size, theme) => crossingMap(mapOf(), size, theme),
    table: () => tableOf(snapshot, record),
    list: {
      ...targetsOf(snapshot, record),
      rowAt: ({ column, row }, inside, theme) => {
        const index = postOnMap(mapOf(), inside, theme, column, row);
        const at = listed(snapshot, record).findIndex((post) => post.index === index);
        return at < 0 ? undefined : at;
      },
    },
  };
}
