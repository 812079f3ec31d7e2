import type { WorldSpec } from '../../model/world-spec.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';
import type { Taker } from '../takers.ts';
import type { HeldPost } from '../who-holds-what.ts';
import { postFields } from './posts-table.ts';

/** A post beside each faction that holds part of it or takes a toll there; one row without a faction where none does. */
export function takersTable(
  post: HeldPost,
  takers: readonly Taker[],
  world: WorldSpec,
  month: number,
): DataTable {
  const rows: readonly (Taker | undefined)[] = takers.length === 0 ? [undefined] : takers;
  return dataTable('takers', rows, [
    ...postFields(world, month).map(({ name, unit, of }) => ({ name, unit, of: () => of(post) })),
    words('faction_letter', (taker) => taker?.letter ?? ''),
    words('faction_id', (taker) => (taker === undefined ? '' : world.factions[taker.hue].id)),
    words('faction', (taker) => taker?.name ?? ''),
    numbers('held_at_start_share', 'share', (taker) => taker?.heldAtStart ?? Number.NaN),
    numbers('faction_take_usd', 'usd', (taker) => taker?.takeUsd ?? Number.NaN),
    numbers('faction_take_share', 'share', (taker) => taker?.part ?? Number.NaN),
  ]);
}
