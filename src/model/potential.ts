import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** USD that each group of houses could bring in a month if nobody stayed away; grows with dated imports. */
export function potentialOf(world: World, month: number): Float64Array {
  const { start, spec, network } = world;
  const growth = start.imports > 0 ? valueAt(world.parameters, 'trade.imports', month) / start.imports : 0;
  return start.consignments.map(
    (consignments, group) =>
      consignments * growth * spec.goods[Math.floor(group / network.destinations)].consignmentUsd,
  );
}
