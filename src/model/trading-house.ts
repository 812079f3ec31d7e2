import { drawLognormal } from '../engine/draws.ts';
import { openStream } from '../engine/streams.ts';
import type { WorldSpec } from './world-spec.ts';

/** A trader: what it brings, where to, and how many consignments it could bring in a month at the start. */
export interface TradingHouse {
  readonly goods: number;
  readonly destination: number;
  /** Consignments a month at the start, before any stays away; not a whole number. */
  readonly consignments: number;
}

/**
 * Draws a world's houses from its stated distributions: goods by their share of consignments, destination by its share of
 * demand, size lognormal. Sizes are then scaled so that each goods class has exactly its share of `potentialUsd`
 * (USD a month that would be brought if nobody stayed away). A class that drew no house gets one at the largest destination.
 */
export function drawHouses(
  spec: WorldSpec,
  runKey: string,
  count: number,
  sizeSpread: number,
  potentialUsd: number,
): readonly TradingHouse[] {
  const stream = openStream(runKey, 'houses', 0);
  const goodsWeights = spec.goods.map((goods) => goods.importShare / goods.consignmentUsd);
  const destinationWeights = spec.destinations.map((destination) => destination.demandShare);
  const raw = Array.from({ length: count }, () => ({
    goods: pick(goodsWeights, stream.next()),
    destination: pick(destinationWeights, stream.next()),
    consignments: drawLognormal(stream, 0, sizeSpread),
  }));
  const houses = withEveryClass(raw, spec);
  const scale = spec.goods.map((goods, g) => {
    const size = houses.reduce((sum, house) => sum + (house.goods === g ? house.consignments : 0), 0);
    return size === 0 ? 0 : (goods.importShare * potentialUsd) / goods.consignmentUsd / size;
  });
  return houses.map((house) => ({ ...house, consignments: house.consignments * scale[house.goods] }));
}

function withEveryClass(houses: readonly TradingHouse[], spec: WorldSpec): readonly TradingHouse[] {
  const shares = spec.destinations.map((destination) => destination.demandShare);
  const largest = shares.indexOf(Math.max(...shares));
  const missing = spec.goods.flatMap((_, g) =>
    houses.some((house) => house.goods === g) ? [] : [{ goods: g, destination: largest, consignments: 1 }],
  );
  return [...houses, ...missing];
}

/** Index drawn by weight from a uniform in [0, 1). */
function pick(weights: readonly number[], uniform: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = uniform * total;
  for (let i = 0; i < weights.length - 1; i++) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** Consignments a month by goods and destination, at `goods * destinations + destination`: houses that are alike choose together. */
export function groupHouses(
  houses: readonly TradingHouse[],
  goods: number,
  destinations: number,
): Float64Array {
  const groups = new Float64Array(goods * destinations);
  for (const house of houses) groups[house.goods * destinations + house.destination] += house.consignments;
  return groups;
}
