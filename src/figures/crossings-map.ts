import type { Place, WorldSpec } from '../model/world-spec.ts';

/** Something with a place on the map; `x` and `y` are 0 to 1 from the west and from the north, over all that is on the map. */
export interface MapPoint {
  readonly kind: 'post' | 'town' | 'neighbour';
  /** Of a post, its place in the list of crossings and inland posts; else its place among its kind. */
  readonly index: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** How far beyond its crossings a neighbour's name stands, as a part of their distance from the middle. */
const beyond = 0.3;

/** Crossings, inland posts, the places where goods are bought, and the neighbours' names outside their crossings. */
export function crossingsMap(world: WorldSpec): readonly MapPoint[] {
  const posts = [...world.crossings, ...world.posts];
  const all = [...posts, ...world.destinations].map(({ place }) => place);
  const middle = meanOf(all);
  const neighbours = world.neighbours.flatMap(({ id, name }, index) => {
    const own = world.crossings.filter((each) => each.neighbourId === id).map(({ place }) => place);
    return own.length === 0
      ? []
      : [{ kind: 'neighbour' as const, index, name, place: outside(meanOf(own), middle) }];
  });
  const points = [
    ...posts.map(({ name, place }, index) => ({ kind: 'post' as const, index, name, place })),
    ...world.destinations.map(({ name, place }, index) => ({ kind: 'town' as const, index, name, place })),
    ...neighbours,
  ];
  const lons = points.map(({ place }) => place.lon);
  const lats = points.map(({ place }) => place.lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return points.map(({ kind, index, name, place }) => ({
    kind,
    index,
    name,
    x: east > west ? (place.lon - west) / (east - west) : 0.5,
    y: north > south ? (north - place.lat) / (north - south) : 0.5,
  }));
}

function meanOf(places: readonly Place[]): Place {
  const mean = (key: keyof Place): number =>
    places.reduce((sum, place) => sum + place[key], 0) / Math.max(1, places.length);
  return { lon: mean('lon'), lat: mean('lat') };
}

function outside(place: Place, middle: Place): Place {
  return {
    lon: place.lon + (place.lon - middle.lon) * beyond,
    lat: place.lat + (place.lat - middle.lat) * beyond,
  };
}
