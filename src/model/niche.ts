import { type Holdings, shareOf } from './holdings.ts';
import type { Network } from './network.ts';

/**
 * Where a faction may be given a stake, 1 at `n * factions + i`: at a crossing of a corridor where it holds a crossing, or an inland post on a road from
 * there; at any post on a common road with one it holds. Force is local: men, officials and clients do not move across a country with an agreement, and
 * shares are reported to be territory (Skaperdas 2001 on organised crime's turf).
 */
export function nichesOf(network: Network, holdings: Holdings): Uint8Array {
  const places = network.crossings + network.posts;
  const near = neighbourhoods(network);
  const niches = new Uint8Array(places * network.factions);
  for (let n = 0; n < places; n++) {
    for (let i = 0; i < network.factions; i++) {
      for (let m = 0; m < places && niches[n * network.factions + i] === 0; m++)
        if (near[n * places + m] === 1 && shareOf(holdings, m, i) > 0) niches[n * network.factions + i] = 1;
    }
  }
  return niches;
}

/** 1 at `n * places + m` where n and m are in one corridor or on one road. */
function neighbourhoods(network: Network): Uint8Array {
  const places = network.crossings + network.posts;
  const near = new Uint8Array(places * places);
  const join = (group: readonly number[]) => {
    for (const n of group) for (const m of group) near[n * places + m] = 1;
  };
  for (const crossings of network.crossingsOf) join(crossings);
  network.postsOn.forEach((posts, route) => {
    join([Math.floor(route / network.destinations), ...posts]);
  });
  return near;
}

/** Whether a faction has a niche anywhere: then it is a member of the pact. */
export function isMember(niches: Uint8Array, factions: number, i: number): boolean {
  for (let at = i; at < niches.length; at += factions) if (niches[at] === 1) return true;
  return false;
}
