import type { PostSpec, WorldSpec } from '../model/world-spec.ts';

/** A post beside which another can be passed. */
export interface Rival {
  readonly index: number;
  /** Why it is a rival, in words. */
  readonly tie: string;
}

/** Crossings of the same corridor, and posts that stand on the same roads, in the order of the world file. */
export function rivalsOf(world: WorldSpec, post: number): readonly Rival[] {
  const gates = world.crossings.length;
  if (post < gates) {
    const { id, corridorId } = world.crossings[post];
    const corridor = world.corridors.find((each) => each.id === corridorId)?.name ?? corridorId;
    const others = world.crossings.flatMap((each, index) =>
      index !== post && each.corridorId === corridorId ? [{ index, tie: corridor }] : [],
    );
    const onRoad = world.posts.flatMap((each, at) =>
      each.crossingIds.includes(id) ? [{ index: gates + at, tie: 'on its road' }] : [],
    );
    return [...others, ...onRoad];
  }
  const own = world.posts[post - gates];
  return world.posts.flatMap((each, at) =>
    each !== own && sharesRoad(each, own) ? [{ index: gates + at, tie: 'on its road' }] : [],
  );
}

function sharesRoad(one: PostSpec, other: PostSpec): boolean {
  return (
    one.crossingIds.some((id) => other.crossingIds.includes(id)) &&
    one.destinationIds.some((id) => other.destinationIds.includes(id))
  );
}
