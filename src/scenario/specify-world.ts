import type { Problem } from '../engine/problem.ts';
import type {
  BaseSpec,
  CrossingSpec,
  FactionSpec,
  GoodsSpec,
  PostSpec,
  WorldSpec,
} from '../model/world-spec.ts';
import type { Entry, EntryOf, JoinedWorld } from './join-world.ts';
import {
  checkReference,
  type Reading,
  readHolders,
  readNumber,
  readPlace,
  readWhole,
  reportSum,
} from './read-parts.ts';
import type { GradedValue } from './world-file.ts';

/** The world as a run takes it. Numbers go to `facts` with their sources; what is wrong goes to `problems`. */
export function specifyWorld(
  world: JoinedWorld,
  facts: Map<string, GradedValue>,
  problems: Problem[],
): WorldSpec {
  const reading = { world, facts, problems };
  reportSharedIds(reading);
  const { entries, singles } = world;
  const factions = entries.factions.map((entry) => specifyFaction(entry, reading));
  reportSum(
    'factions',
    'registered_share',
    factions.map((faction) => faction.registeredShare),
    reading,
  );
  return {
    id: world.id,
    title: singles.title ?? world.id,
    patronName: singles.patron?.name ?? 'patron',
    governmentName: singles.government?.name ?? 'government',
    factions,
    neighbours: entries.neighbours.map(({ id, written }) => ({
      id,
      name: written.name,
      isPatron: written.is_patron === true,
    })),
    corridors: entries.corridors.map(({ id, written }) => ({ id, name: written.name })),
    crossings: specifyCrossings(reading),
    posts: entries.posts.map((entry) => specifyPost(entry, reading)),
    destinations: specifyDestinations(reading),
    goods: specifyGoods(reading),
    bases: specifyBases(reading),
  };
}

function specifyFaction(entry: EntryOf<'factions'>, reading: Reading): FactionSpec {
  const { id, written } = entry;
  const number = (key: 'registered_share' | 'own_fighters' | 'capacity' | 'patron_weight') =>
    readNumber(entry, 'factions', [key], written[key], reading);
  const strengths = Object.entries(written.strengths ?? {}).map(([line, strength]) => [
    line,
    readNumber(entry, 'factions', ['strengths', line], strength, reading),
  ]);
  return {
    id,
    name: written.name,
    registeredShare: number('registered_share'),
    ownFighters: number('own_fighters'),
    capacity: number('capacity'),
    patronWeight: number('patron_weight'),
    strengths: Object.fromEntries(strengths),
  };
}

function specifyGoods(reading: Reading): GoodsSpec[] {
  const { entries } = reading.world;
  const goods = entries.goods.map((entry) => ({
    id: entry.id,
    name: entry.written.name,
    importShare: readNumber(entry, 'goods', ['import_share'], entry.written.import_share, reading),
    consignmentUsd: readNumber(entry, 'goods', ['consignment'], entry.written.consignment, reading),
    concealability: readNumber(entry, 'goods', ['concealability'], entry.written.concealability, reading),
  }));
  const shares = readWhole(
    'goods',
    'import_share',
    goods.map((good) => good.importShare),
    reading,
  );
  return goods.map((good, index) => ({ ...good, importShare: shares[index] }));
}

function specifyDestinations(reading: Reading) {
  const destinations = reading.world.entries.destinations.map((entry) => ({
    id: entry.id,
    name: entry.written.name,
    place: readPlace(entry, 'destinations', entry.written.place, reading),
    demandShare: readNumber(entry, 'destinations', ['demand_share'], entry.written.demand_share, reading),
  }));
  const demand = destinations.map((destination) => destination.demandShare);
  const shares = readWhole('destinations', 'demand_share', demand, reading);
  return destinations.map((destination, index) => ({ ...destination, demandShare: shares[index] }));
}

function specifyBases(reading: Reading): BaseSpec[] {
  const bases = reading.world.entries.bases.map((entry) => ({
    id: entry.id,
    name: entry.written.name,
    place: readPlace(entry, 'bases', entry.written.place, reading),
    fuelShare: readNumber(entry, 'bases', ['fuel_share'], entry.written.fuel_share, reading),
  }));
  if (bases.length === 0) return [];
  const fuel = bases.map((base) => base.fuelShare);
  const shares = readWhole('bases', 'fuel_share', fuel, reading);
  return bases.map((base, index) => ({ ...base, fuelShare: shares[index] }));
}

function specifyCrossings(reading: Reading): CrossingSpec[] {
  const crossings = reading.world.entries.crossings.map((entry): CrossingSpec => {
    const { id, written } = entry;
    checkReference(entry, ['neighbour'], written.neighbour, 'neighbours', reading);
    checkReference(entry, ['corridor'], written.corridor, 'corridors', reading);
    return {
      id,
      name: written.name,
      kind: written.kind,
      place: readPlace(entry, 'crossings', written.place, reading),
      neighbourId: written.neighbour,
      corridorId: written.corridor,
      importShare: readNumber(entry, 'crossings', ['import_share'], written.import_share, reading),
      holders: readHolders(entry, 'crossings', written.holders, reading),
    };
  });
  const shares = readWhole(
    'crossings',
    'import_share',
    crossings.map((crossing) => crossing.importShare),
    reading,
  );
  return crossings.map((crossing, index) => ({ ...crossing, importShare: shares[index] }));
}

function specifyPost(entry: EntryOf<'posts'>, reading: Reading): PostSpec {
  const { id, written } = entry;
  for (const kind of ['crossings', 'destinations'] as const) {
    for (const [index, name] of written[kind].entries()) {
      checkReference(entry, [kind, index], name, kind, reading);
      if (written[kind].indexOf(name) === index) continue;
      reading.problems.push({
        ...entry.file.place([...entry.path, kind, index]),
        message: `"${name}" stands twice in this list.`,
      });
    }
  }
  return {
    id,
    name: written.name,
    place: readPlace(entry, 'posts', written.place, reading),
    crossingIds: written.crossings,
    destinationIds: written.destinations,
    holders: readHolders(entry, 'posts', written.holders, reading),
  };
}

/** Crossings, inland posts and bases share a list of places, so no id may be of two kinds. */
function reportSharedIds({ world, problems }: Reading): void {
  const report = (entry: Entry<unknown>, kind: string, kinds: string): void => {
    problems.push({
      ...entry.file.place(entry.path, 'key'),
      message: `"${entry.id}" is ${kind} already. ${kinds} need different ids.`,
    });
  };
  for (const post of world.entries.posts)
    if (world.ids.crossings.has(post.id)) report(post, 'a crossing', 'Crossings and inland posts');
  for (const base of world.entries.bases)
    if (world.ids.crossings.has(base.id) || world.ids.posts.has(base.id))
      report(base, 'a crossing or inland post', 'Crossings, inland posts and bases');
}
