import { isoDate } from '../../engine/calendar.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { WorldSpec } from '../../model/world-spec.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';
import { chartedRivals } from '../post-over-time.ts';
import { cellAt } from '../run-tables.ts';

/** Goods or price of a post and its charted rivals, month by month up to `month`, one row for each post and month. */
export function postMonthsTable(
  what: 'traffic' | 'price',
  record: RunRecord,
  world: WorldSpec,
  post: number,
  month: number,
): DataTable {
  const posts = [...world.crossings, ...world.posts];
  const months = Array.from({ length: month - record.firstMonth + 1 }, (_, at) => record.firstMonth + at);
  const rows = [post, ...chartedRivals(record, world, post)].flatMap((index) =>
    months.map((at) => ({ index, at })),
  );
  const [column, unit] =
    what === 'traffic' ? (['traffic_usd', 'usd'] as const) : (['price_share', 'share'] as const);
  return dataTable(what, rows, [
    words('date', ({ at }) => isoDate(at)),
    words('crossing_id', ({ index }) => posts[index].id),
    words('crossing', ({ index }) => posts[index].name),
    numbers(column, unit, ({ index, at }) => cellAt(record, 'by_crossing_month', column, at, index)),
  ]);
}
