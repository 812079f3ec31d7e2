import { coverage, pressure } from './collection.ts';
import { reachOn } from './effort.ts';
import { type Holdings, shareOf } from './holdings.ts';
import { fitClaims } from './understanding.ts';
import type { StartDraft, World } from './world.ts';

/** Fills what the pact starts with: what posts bring its members, and the claims that fit their shares. */
export function fitPact(world: World): void {
  const { state, network } = world;
  const start = world.start as StartDraft;
  const month = world.experiment.timeline.firstMonth;
  for (const line of ['customs', 'inland'] as const) {
    const reach = reachOn(world, line, month);
    const [from, to] =
      line === 'customs' ? [0, network.crossings] : [network.crossings, network.crossings + network.posts];
    for (let n = from; n < to; n++)
      state.postTake[n] =
        state.holdings.held[n] * coverage(reach.reach, pressure(state.holdings, n, reach)) * state.pool[n];
  }
  start.contestedTake = meanContested(state.holdings, state.postTake);
  start.claims = fitClaims(world);
}

/** Whether more than one faction holds a part of post n. */
export function isContested(holdings: Holdings, n: number): boolean {
  let holders = 0;
  for (let i = 0; i < holdings.factions; i++) if (shareOf(holdings, n, i) > 0) holders++;
  return holders > 1;
}

function meanContested(holdings: Holdings, take: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let n = 0; n < take.length; n++) {
    if (!isContested(holdings, n)) continue;
    sum += take[n];
    count++;
  }
  return count > 0 ? sum / count : 0;
}
