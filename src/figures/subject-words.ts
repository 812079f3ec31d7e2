import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { eventOf } from './causes.ts';
import { marksOf } from './marks.ts';
import type { MoverOf } from './movers.ts';
import type { Subject } from './subject.ts';
import { eventWords, namesById } from './words.ts';

/** A subject's name for a title. */
export function subjectWords(subject: Subject, record: RunRecord, experiment: Experiment): string {
  const { world, changes } = experiment;
  switch (subject.kind) {
    case 'all':
      return 'all factions';
    case 'faction':
      return world.factions[subject.index].name;
    case 'post':
      return [...world.crossings, ...world.posts][subject.index].name;
    case 'event': {
      const event = eventOf(record, subject.seq);
      return event === undefined ? 'an event' : eventWords(event, namesById(world));
    }
    case 'change': {
      const mark = marksOf(changes).find(({ month }) => month === subject.month);
      return mark === undefined ? 'a change' : `change ${mark.number}: ${mark.label}`;
    }
    case 'parameter':
      return subject.name;
  }
}

/** Whose numbers a subject is about: an event's doer, or its place; all factions where neither is told. */
export function moversOfSubject(subject: Subject, record: RunRecord, { world }: Experiment): MoverOf {
  if (subject.kind === 'faction' || subject.kind === 'post') return subject;
  if (subject.kind === 'parameter') return ofParameter(subject.name, world);
  const event = subject.kind === 'event' ? eventOf(record, subject.seq) : undefined;
  if (event === undefined) return { kind: 'all' };
  const faction = world.factions.findIndex(({ id }) => id === event.actorId);
  if (faction >= 0) return { kind: 'faction', index: faction };
  return ofPost(event.placeId, world);
}

/** `crossings.upper-gate.open` is about its crossing. */
function ofParameter(name: string, world: Experiment['world']): MoverOf {
  const parts = name.split('.');
  return parts.length === 3 ? ofPost(parts[1], world) : { kind: 'all' };
}

function ofPost(id: string, world: Experiment['world']): MoverOf {
  const index = [...world.crossings, ...world.posts].findIndex((post) => post.id === id);
  return index < 0 ? { kind: 'all' } : { kind: 'post', index };
}
