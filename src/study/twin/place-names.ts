import { channels } from '../../model/channels.ts';
import { effortLines } from '../../model/lines.ts';
import { origins } from '../../model/origin.ts';
import type { World } from '../../model/world.ts';
import type { Dimension, StateField } from './state-fields.ts';

/**
 * What place `at` of a field of `length` numbers stands for, by the names of the world: its faction, line, post. Empty for what is the
 * whole world's; months of memory have no name.
 */
export function placeNames(
  world: World,
  { over }: StateField,
  at: number,
  length: number,
): readonly string[] {
  const members = over.map((dimension) => membersOf(world, dimension));
  const named = members.reduce((product, names) => product * (names?.length ?? 1), 1);
  const names: string[] = [];
  let rest = at;
  for (const list of members.toReversed()) {
    const size = list?.length ?? length / named;
    if (list !== undefined) names.unshift(list[rest % size]);
    rest = Math.floor(rest / size);
  }
  return names;
}

/** Names along a dimension; undefined where places have none that a reader would know. */
function membersOf({ spec, names }: World, dimension: Dimension): readonly string[] | undefined {
  switch (dimension) {
    case 'faction':
      return namesOf(spec.factions);
    case 'line':
      return effortLines;
    case 'crossing':
      return namesOf(spec.crossings);
    case 'post':
      return namesOf([...spec.crossings, ...spec.posts]);
    case 'goods':
      return namesOf(spec.goods);
    case 'destination':
      return namesOf(spec.destinations);
    case 'channel':
      return channels;
    case 'origin':
      return origins;
    case 'account':
      return names.accounts.map((id) => accountName(spec, id));
    case 'past':
      return undefined;
  }
}

function namesOf(entities: readonly { readonly name: string }[]): readonly string[] {
  return entities.map(({ name }) => name);
}

/** A faction's account by its name, the patron's and the state's by theirs, any other by its id. */
export function accountName(spec: World['spec'], id: string): string {
  if (id === 'patron') return spec.patronName;
  return spec.factions.find((faction) => faction.id === id)?.name ?? id.replaceAll('-', ' ');
}
