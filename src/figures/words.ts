import type { EventRecord } from '../engine/recorder.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { formatMoney } from './numbers.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A faction's letter by its place in the world file: A for the first, a for the 27th, `?` past the 52nd. */
export function factionLetter(index: number): string {
  return letters[index] ?? '?';
}

/** Names of factions, crossings, posts and the two outside powers by id. */
export function namesById(world: WorldSpec): ReadonlyMap<string, string> {
  const named = [...world.factions, ...world.crossings, ...world.posts, ...world.goods, ...world.neighbours];
  return new Map([
    ['patron', world.patronName],
    ['government', world.governmentName],
    ...named.map(({ id, name }): [string, string] => [id, name]),
  ]);
}

/** Verbs for types of events; a type without one is read as it is written. */
const verbs: Readonly<Record<string, string>> = {
  'post-closed': 'closes',
  'post-opened': 'opens',
  'men-unpaid': 'cannot pay its men',
  'talks-open': 'talks open',
  'share-moves': 'gives up a share to',
  'side-payment': 'agrees to pay the others each month',
  breach: 'takes from its co-owners',
  alarm: 'accuses',
  settled: 'settles with',
  'war-begins': 'goes to war with',
  'war-ends': 'ends its war with',
  clash: 'clashes with',
  attack: 'attacks the foreign power',
  parade: 'parades',
  splinter: 'splits',
  'front-name': 'takes a front name',
  'turf-clash': 'clashes with a group that left it',
  'group-ended': 'takes back a group that left it',
  blockade: 'is blocked by protest',
  'front-born': 'a new front company',
  'front-designated': 'a front company is designated',
  'front-reborn': 'a front company is back',
  election: 'election',
};

/** What an event's amount is, where it does not go without saying. */
const amounts: Readonly<Record<string, string>> = { 'post-closed': ' of goods a month' };

/** An event in plain words: who or what place does what, to whom, where, how much, and its note; the note with the bare verb, if there is one, where nobody does it. */
export function eventWords(event: EventRecord, names: ReadonlyMap<string, string>): string {
  const name = (id: string): string => names.get(id) ?? id;
  const doer = event.actorId === '' ? event.placeId : event.actorId;
  const place = event.actorId === '' || event.placeId === '' ? '' : `at ${name(event.placeId)}`;
  const verb = verbs[event.type] ?? event.type.replaceAll(/[-_]/g, ' ');
  const money = event.amountUsd === 0 ? '' : `(${formatMoney(event.amountUsd)}${amounts[event.type] ?? ''})`;
  const happening = doer === '' && event.note !== '' ? [] : [name(doer), verb, name(event.targetId), place];
  const words = [...happening, money].filter((part) => part !== '').join(' ');
  const known = verbs[event.type];
  if (happening.length === 0)
    return `${known === undefined ? '' : `${known}: `}${event.note} ${words}`.trimEnd();
  return event.note === '' ? words : `${words}: ${event.note}`;
}
