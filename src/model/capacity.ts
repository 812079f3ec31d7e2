import { pow } from '../engine/maths.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** Registered fighters of faction i in a month: only a dated event moves them. */
export function registeredFighters(world: World, faction: number, month: number): number {
  return (
    valueAt(world.parameters, 'payroll.registered', month) * world.spec.factions[faction].registeredShare
  );
}

/** Fighters of faction i in a month, registered and own-paid. */
export function fightersOf(world: World, faction: number, month: number): number {
  return registeredFighters(world, faction, month) + world.state.ownFighters[faction];
}

/** K: coercive capacity, the start's times fighters over the start's to an elasticity. A faction without fighters keeps its start's. */
export function capacityOf(world: World, faction: number, month: number): number {
  const { capacity } = world.spec.factions[faction];
  const before = world.start.fighters[faction];
  if (before <= 0) return capacity;
  const elasticity = valueAt(world.parameters, 'men.capacity_elasticity', month);
  return capacity * pow(fightersOf(world, faction, month) / before, elasticity);
}

/**
 * Share of a contested line that falls to each faction: K_i / (sum K + xi) (Hirshleifer 1989 with an outside contestant).
 * Capacity alone decides the contest; effort in it too would give increasing returns and corners.
 */
export function contestShares(world: World, month: number): Float64Array {
  const capacities = Float64Array.from(world.spec.factions, (_, i) => capacityOf(world, i, month));
  let total = valueAt(world.parameters, 'contest.outside', month);
  for (let i = 0; i < capacities.length; i++) total += capacities[i];
  return capacities.map((capacity) => (total > 0 ? capacity / total : 0));
}
