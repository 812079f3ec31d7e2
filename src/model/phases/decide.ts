import type { World } from '../world.ts';
import { nextEfforts } from './allocate-effort.ts';
import { nextPrices } from './set-prices.ts';

/** Phase 5: prices and effort are chosen at once from last month's state, so the order of deciders cannot matter. */
export function decide(world: World, month: number): void {
  const prices = nextPrices(world, month);
  const { effort, need } = nextEfforts(world, month);
  world.state.prices.set(prices);
  world.state.effort.set(effort);
  world.state.need.set(need);
}
