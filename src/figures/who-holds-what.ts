import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { cellAt, seriesOf } from './run-tables.ts';
import { factionLetter } from './words.ts';

/** One crossing or inland post in one month. */
export interface HeldPost {
  /** Place in the list of crossings, then inland posts. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** The neighbour's name, or `inland`. */
  readonly beyond: string;
  readonly isInland: boolean;
  /** Faction with the largest share; undefined where officials hold all. */
  readonly holder: { readonly letter: string; readonly name: string; readonly hue: number } | undefined;
  /** Goods that pass in the month. */
  readonly trafficUsd: number;
  /** Traffic over the largest traffic of any crossing (for a post: any post) in any month, 0 to 1. */
  readonly flow: number;
  /** What passing costs, as a share of cargo value. */
  readonly priceShare: number;
  readonly takeUsd: number;
  /** 0 closed, 1 open. */
  readonly open: number;
  /** Days to clear a declared cargo; 0 at an inland post. */
  readonly clearanceDays: number;
  /** Patrols, 1 for the mean of the shipped worlds at full will; 0 at an inland post. */
  readonly patrol: number;
}

/** All crossings and inland posts in one month. */
export interface HoldersFigure {
  readonly title: string;
  /** Crossings in the world file's order, then inland posts. */
  readonly posts: readonly HeldPost[];
}

/** Who takes the toll at each crossing and inland post in one month, and how much passes. */
export function whoHoldsWhat(record: RunRecord, world: WorldSpec, month: number): HoldersFigure {
  const gates = world.crossings.length;
  const largest = [
    largestTraffic(record, 0, gates),
    largestTraffic(record, gates, gates + world.posts.length),
  ];
  const neighbours = new Map(world.neighbours.map(({ id, name }) => [id, name]));
  const posts = [...world.crossings, ...world.posts].map((post, index): HeldPost => {
    const cell = (column: string): number => cellAt(record, 'by_crossing_month', column, month, index);
    const isInland = index >= gates;
    const trafficUsd = cell('traffic_usd');
    const most = largest[isInland ? 1 : 0];
    return {
      index,
      id: post.id,
      name: post.name,
      beyond: 'neighbourId' in post ? (neighbours.get(post.neighbourId) ?? post.neighbourId) : 'inland',
      isInland,
      holder: holderOf(world, cell('holder_id')),
      trafficUsd,
      flow: most > 0 ? trafficUsd / most : 0,
      priceShare: cell('price_share'),
      takeUsd: cell('take_usd'),
      open: cell('open'),
      clearanceDays: cell('clearance_days'),
      patrol: cell('patrol_idx'),
    };
  });
  return { title: 'Crossings', posts };
}

function holderOf(world: WorldSpec, index: number): HeldPost['holder'] {
  const faction = world.factions[index];
  return faction && { letter: factionLetter(index), name: faction.name, hue: index };
}

function largestTraffic(record: RunRecord, from: number, until: number): number {
  let largest = 0;
  for (let post = from; post < until; post++)
    for (const usd of seriesOf(record, 'by_crossing_month', 'traffic_usd', post))
      if (usd > largest) largest = usd;
  return largest;
}
