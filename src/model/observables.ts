import type { ColumnSpec, TableSpec } from '../engine/recorder.ts';
import { enforcementAtPost, enforcementObservables } from './observe-enforcement.ts';
import { factionObservables } from './observe-faction.ts';
import { monthObservables } from './observe-month.ts';
import { postObservables } from './observe-post.ts';
import type { Reading } from './reading.ts';
import type { WorldSpec } from './world-spec.ts';

/** A column and how it is read: `entity` is the faction, or the price (crossings, then inland posts), or 0. */
export interface Observable extends ColumnSpec {
  readonly read: (reading: Reading, entity: number) => number;
}

/** What `by_month` records: the headline numbers of a month. */
export const monthColumns: readonly ColumnSpec[] = [...monthObservables, ...enforcementObservables].map(
  plain,
);

/** What `by_faction_month` records for each faction. */
export const factionColumns: readonly ColumnSpec[] = factionObservables.map(plain);

function postColumnsOf(world: WorldSpec): readonly Observable[] {
  return [...postObservables(world), ...enforcementAtPost(world.crossings.length)];
}

function plain({ name, unit, meaning, labels }: Observable): ColumnSpec {
  return labels === undefined ? { name, unit, meaning } : { name, unit, meaning, labels };
}

/** Observables of each recorded table, in the order of `recordedTables`. */
export function tableObservables(world: WorldSpec): readonly (readonly Observable[])[] {
  return [[...monthObservables, ...enforcementObservables], factionObservables, postColumnsOf(world)];
}

/** The tables every run records, in the order of their files. */
export function recordedTables(world: WorldSpec): readonly TableSpec[] {
  return [
    {
      name: 'by_month',
      meaning: 'one row for each run and month',
      key: null,
      entities: [],
      columns: monthColumns,
    },
    {
      name: 'by_faction_month',
      meaning: 'one row for each run, month and faction',
      key: 'faction_id',
      entities: world.factions.map((faction) => faction.id),
      columns: factionColumns,
    },
    {
      name: 'by_crossing_month',
      meaning: 'one row for each run, month and crossing or inland post',
      key: 'post_id',
      entities: [...world.crossings, ...world.posts].map((post) => post.id),
      columns: postColumnsOf(world).map(plain),
    },
  ];
}
