import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** USD that each group of houses could bring in a month if nobody stayed away; grows with dated imports. */
export function potentialOf(world: World, month: number): Float64Array {
  const { start, spec, network } = world;
  const growth = growthOf(world, month);
  return start.consignments.map(
    (consignments, group) =>
      consignments * growth * spec.goods[Math.floor(group / network.destinations)].consignmentUsd,
  );
}

/** Consignments that each group may bring in a month, whole as they are drawn. */
export function wholeConsignments(world: World, month: number): Float64Array {
  const growth = growthOf(world, month);
  return world.start.consignments.map((consignments) => Math.floor(consignments * growth + 0.5));
}

/** Dated imports over those at the start; 0 where there were none. */
function growthOf({ start, parameters }: World, month: number): number {
  return start.imports > 0 ? valueAt(parameters, 'trade.imports', month) / start.imports : 0;
}
