import type { Place, WorldSpec } from './world-spec.ts';

/**
 * The map as the hot rooms read it: crossings, inland posts and the routes between crossings and destinations, by index.
 * A *price* is what a post asks: prices 0 to crossings-1 are gates, the rest inland posts.
 */
export interface Network {
  readonly crossings: number;
  readonly posts: number;
  readonly destinations: number;
  readonly corridors: number;
  readonly goods: number;
  /** Corridor of each crossing. */
  readonly corridorOf: Int32Array;
  /** Crossings of each corridor. */
  readonly crossingsOf: readonly (readonly number[])[];
  /** Kilometres from crossing c to destination d at `c * destinations + d`. */
  readonly distanceKm: Float64Array;
  /** Price indexes of the inland posts on the route from c to d. */
  readonly postsOn: readonly (readonly number[])[];
  /** 1 where a crossing is no official gate: nothing can be declared there and a fixer pays no duty. */
  readonly unofficial: Uint8Array;
  readonly factions: number;
}

/** Lays out a world as indexes and flat arrays. */
export function layNetwork(spec: WorldSpec): Network {
  const { crossings, posts, destinations, corridors } = spec;
  const corridorOf = Int32Array.from(crossings, (crossing) =>
    corridors.findIndex((corridor) => corridor.id === crossing.corridorId),
  );
  return {
    crossings: crossings.length,
    posts: posts.length,
    destinations: destinations.length,
    corridors: corridors.length,
    goods: spec.goods.length,
    factions: spec.factions.length,
    corridorOf,
    crossingsOf: corridors.map((_, k) => [...corridorOf.keys()].filter((c) => corridorOf[c] === k)),
    distanceKm: Float64Array.from(
      crossings.flatMap((crossing) =>
        destinations.map((destination) => distanceKm(crossing.place, destination.place)),
      ),
    ),
    postsOn: crossings.flatMap((crossing) =>
      destinations.map((destination) =>
        posts.flatMap((post, p) =>
          post.crossingIds.includes(crossing.id) && post.destinationIds.includes(destination.id)
            ? [crossings.length + p]
            : [],
        ),
      ),
    ),
    unofficial: Uint8Array.from(crossings, (crossing) => (crossing.kind === 'unofficial' ? 1 : 0)),
  };
}

const kilometresPerDegree = 111.2;

/**
 * Distance on an equirectangular map, kilometres. Within a country of a thousand kilometres it is off the great circle by
 * less than one percent, and needs only arithmetic whose bits are equal everywhere.
 */
export function distanceKm(from: Place, to: Place): number {
  const north = to.lat - from.lat;
  const east = (to.lon - from.lon) * cosine((from.lat + to.lat) / 2);
  return kilometresPerDegree * Math.sqrt(north * north + east * east);
}

/** Cosine of an angle in degrees by six Taylor terms; error below 1e-6 up to 80 degrees. */
function cosine(degrees: number): number {
  const x = (degrees * Math.PI) / 180;
  const square = x * x;
  return (
    1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - (square / 56) * (1 - square / 90))))
  );
}
