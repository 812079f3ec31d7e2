import { isoDate } from '../../engine/calendar.ts';
import type { WorldSpec } from '../../model/world-spec.ts';
import { type DataField, type DataTable, dataTable, numbers, words } from '../data-table.ts';
import type { HeldPost } from '../who-holds-what.ts';

/** Crossings and inland posts in a month: where they lie, who holds most, what passes at what price. */
export function postsTable(
  name: string,
  posts: readonly HeldPost[],
  world: WorldSpec,
  month: number,
): DataTable {
  return dataTable(name, posts, postFields(world, month));
}

/** The columns of a crossing or inland post in a month. */
export function postFields(world: WorldSpec, month: number): readonly DataField<HeldPost>[] {
  const places = [...world.crossings, ...world.posts].map(({ place }) => place);
  return [
    words('date', () => isoDate(month)),
    words('crossing_id', ({ id }) => id),
    words('crossing', ({ name }) => name),
    words('over_to', ({ beyond }) => beyond),
    numbers('longitude_deg', 'degrees', ({ index }) => places[index].lon),
    numbers('latitude_deg', 'degrees', ({ index }) => places[index].lat),
    words('holder_letter', ({ holder }) => holder?.letter ?? ''),
    words('holder', ({ holder }) => holder?.name ?? 'officials'),
    numbers('traffic_usd', 'usd', ({ trafficUsd }) => trafficUsd),
    numbers('price_share', 'share', ({ priceShare }) => priceShare),
    numbers('take_usd', 'usd', ({ takeUsd }) => takeUsd),
    numbers('open', 'share', ({ open }) => open),
    numbers('clearance_days', 'days', ({ isInland, clearanceDays }) =>
      isInland ? Number.NaN : clearanceDays,
    ),
    numbers('patrol_idx', 'index', ({ isInland, patrol }) => (isInland ? Number.NaN : patrol)),
  ];
}
