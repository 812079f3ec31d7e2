import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { eventOf } from './causes.ts';
import type { Subject } from './subject.ts';

/** What a name means: the id of a faction, crossing or inland post, a parameter, or the number of an event; undefined for none of these. */
export function findSubject(
  name: string,
  record: RunRecord,
  { world, timeline }: Experiment,
): Subject | undefined {
  const faction = world.factions.findIndex(({ id }) => id === name);
  if (faction >= 0) return { kind: 'faction', index: faction };
  const post = [...world.crossings, ...world.posts].findIndex(({ id }) => id === name);
  if (post >= 0) return { kind: 'post', index: post };
  if (timeline.names.includes(name)) return { kind: 'parameter', name };
  const seq = /^\d+$/.test(name) ? Number(name) : 0;
  return eventOf(record, seq) === undefined ? undefined : { kind: 'event', seq };
}
