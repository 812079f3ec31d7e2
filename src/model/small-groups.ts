import { type Holdings, sumHeld } from './holdings.ts';

/**
 * Small groups that left a faction, and front names of it. They are no factions of their own: their men stand outside the
 * factions, and what they hold of a post is with its independents. So nothing that is sized by factions has to grow in a run.
 */
export interface SmallGroups {
  /** Groups with men of their own that left faction i. */
  readonly groups: Float64Array;
  /** Of them, those that have not yet learned their turf. */
  readonly unsettled: Float64Array;
  /** Front names of faction i: no men, no turf. */
  readonly names: Float64Array;
  /** Men of the groups that left faction i. */
  readonly men: Float64Array;
  /** Share of price n that the groups of faction i took from it, at `n * factions + i`. */
  readonly turf: Float64Array;
}

/** No small groups. */
export function noSmallGroups(factions: number, prices: number): SmallGroups {
  return {
    groups: new Float64Array(factions),
    unsettled: new Float64Array(factions),
    names: new Float64Array(factions),
    men: new Float64Array(factions),
    turf: new Float64Array(prices * factions),
  };
}

/** Men leave faction i as one group more, which knows no turf yet. Returns how many men. */
export function leave(small: SmallGroups, own: Float64Array, i: number, share: number): number {
  const men = share * own[i];
  own[i] -= men;
  small.men[i] += men;
  small.groups[i]++;
  small.unsettled[i]++;
  return men;
}

/** A group takes part of faction i's share of price n and is settled; the share passes from the faction to independents. */
export function takeTurf(small: SmallGroups, holdings: Holdings, n: number, i: number, part: number): void {
  const at = n * holdings.factions + i;
  const taken = part * holdings.share[at];
  holdings.share[at] -= taken;
  small.turf[at] += taken;
  small.unsettled[i]--;
  sumHeld(holdings);
}

/** `count` groups of faction i return to it with their men and turf. A post has room for what its independents still hold. */
export function returnGroups(
  small: SmallGroups,
  holdings: Holdings,
  own: Float64Array,
  i: number,
  count: number,
): void {
  if (count === 0) return;
  const part = count / small.groups[i];
  own[i] += part * small.men[i];
  small.men[i] *= 1 - part;
  small.groups[i] -= count;
  small.unsettled[i] = Math.min(small.unsettled[i], small.groups[i]);
  for (let n = 0; n < holdings.held.length; n++) {
    const at = n * holdings.factions + i;
    const back = part * small.turf[at];
    small.turf[at] -= back;
    holdings.share[at] += Math.max(0, Math.min(back, 1 - holdings.held[n]));
  }
  sumHeld(holdings);
}
