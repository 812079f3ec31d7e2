import { capacityOf } from './capacity.ts';
import { shareOf } from './holdings.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/**
 * Strain of faction i, 0 to 1: how far its share of power, K_i over all K, lies above its share of what the posts in
 * factions' hands yield (last month). Men who hold less than they could take are those who leave.
 */
export function strainOf(world: World, i: number, month: number): number {
  const power = powerShare(world, i, month);
  return Math.max(0, power - turfShare(world, i));
}

/** M: authority of the coordinator over the pact's members, 0 to 1. */
export function coordinatorOf(world: World, month: number): number {
  return valueAt(world.parameters, 'pact.coordinator', month);
}

/** K_i over the capacity of all factions; 0 where none has any. */
export function powerShare(world: World, i: number, month: number): number {
  let all = 0;
  for (let j = 0; j < world.network.factions; j++) all += capacityOf(world, j, month);
  return all > 0 ? capacityOf(world, i, month) / all : 0;
}

function turfShare({ state, network }: World, i: number): number {
  let own = 0;
  let all = 0;
  for (let n = 0; n < state.pool.length; n++) {
    for (let j = 0; j < network.factions; j++) {
      const yielded = shareOf(state.holdings, n, j) * state.pool[n];
      all += yielded;
      if (j === i) own += yielded;
    }
  }
  return all > 0 ? own / all : 0;
}
