import { isoDate } from '../../engine/calendar.ts';
import type { WorldSpec } from '../../model/world-spec.ts';
import type { Closing } from '../closing.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';

/** Mean goods a month before and after a post closed: the post itself first, then the others of its kind. */
export function closingTable({ month, own, others, ...counts }: Closing, world: WorldSpec): DataTable {
  const posts = [...world.crossings, ...world.posts];
  return dataTable(
    'closing',
    [own, ...others],
    [
      words('closed_date', () => isoDate(month)),
      words('crossing_id', ({ index }) => posts[index].id),
      words('crossing', ({ name }) => name),
      numbers('is_closed', 'switch', (row) => Number(row === own)),
      numbers('traffic_before_usd', 'usd', ({ beforeUsd }) => beforeUsd),
      numbers('traffic_after_usd', 'usd', ({ afterUsd }) => afterUsd),
      numbers('months_before', 'months', () => counts.monthsBefore),
      numbers('months_after', 'months', () => counts.monthsAfter),
    ],
  );
}
