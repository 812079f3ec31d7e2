import type { WorldSpec } from './world-spec.ts';

/** Who holds how much of each crossing and inland post; shares of a post sum to at most 1, the rest is with officials. */
export interface Holdings {
  readonly factions: number;
  /** Share of price n (crossings, then inland posts) held by faction i at `n * factions + i`. */
  readonly share: Float64Array;
  /** Share of price n held by factions together, 0 to 1. */
  readonly held: Float64Array;
}

/** Holdings as the world file reports them. */
export function holdingsAtStart(spec: WorldSpec): Holdings {
  const places = [...spec.crossings, ...spec.posts];
  const share = Float64Array.from(
    places.flatMap((place) => spec.factions.map((faction) => place.holders[faction.id] ?? 0)),
  );
  const holdings = { factions: spec.factions.length, share, held: new Float64Array(places.length) };
  sumHeld(holdings);
  return holdings;
}

/** Brings `held` in line with `share`, after shares moved. */
export function sumHeld({ factions, share, held }: Holdings): void {
  for (let n = 0; n < held.length; n++) {
    held[n] = 0;
    for (let i = 0; i < factions; i++) held[n] += share[n * factions + i];
  }
}

/** Share of price n held by faction i. */
export function shareOf({ factions, share }: Holdings, n: number, i: number): number {
  return share[n * factions + i];
}

/** Index of the faction with the largest share of price n, the first at a tie; -1 where officials hold all. */
export function largestHolder(holdings: Holdings, n: number): number {
  let best = -1;
  for (let i = 0; i < holdings.factions; i++) {
    const share = shareOf(holdings, n, i);
    if (share > 0 && (best < 0 || share > shareOf(holdings, n, best))) best = i;
  }
  return best;
}
