import { nameMonth } from '../engine/calendar.ts';
import type { EventRecord } from '../engine/recorder.ts';
import type { RuleName } from '../model/rules.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { eventRules } from './line-rules.ts';
import type { Subject } from './subject.ts';
import { eventWords, namesById } from './words.ts';

/** An event in words, as a link of a chain. */
export interface Cause {
  readonly seq: number;
  readonly month: number;
  readonly date: string;
  readonly text: string;
  readonly rule: RuleName | undefined;
  /** 0 for the root of its chain; one more for each event between. */
  readonly depth: number;
  /** Number of the event that caused it; 0 for none. */
  readonly causeSeq: number;
}

/** The event of that number; undefined where the run has none. */
export function eventOf(record: RunRecord, seq: number): EventRecord | undefined {
  const { events } = record;
  return events[seq - 1]?.seq === seq ? events[seq - 1] : events.find((event) => event.seq === seq);
}

/** The event and what caused it, back to the root, the root first. Events name only earlier ones, so the chain ends. */
export function chainOf(record: RunRecord, seq: number): readonly EventRecord[] {
  const chain: EventRecord[] = [];
  for (let at = eventOf(record, seq); at !== undefined; ) {
    chain.unshift(at);
    at = at.causeSeq > 0 && at.causeSeq < at.seq ? eventOf(record, at.causeSeq) : undefined;
  }
  return chain;
}

/** What followed from an event up to a month, in order, over any number of links. */
export function consequencesOf(record: RunRecord, seq: number, month: number): readonly EventRecord[] {
  const caused = new Set([seq]);
  return record.events.filter((event) => {
    if (event.month > month || !caused.has(event.causeSeq)) return false;
    caused.add(event.seq);
    return true;
  });
}

/**
 * The events that belong to a subject up to a month: of an event, its chain from the root and what followed; of a faction or a post, the
 * chains of its latest events, newest first; of all, those of the latest events of any. At most `most` chains.
 */
export function causesOf(
  subject: Subject,
  record: RunRecord,
  experiment: Experiment,
  month: number,
  most = 12,
): readonly Cause[] {
  const names = namesById(experiment.world);
  const tell = (event: EventRecord, depth: number): Cause => ({
    seq: event.seq,
    month: event.month,
    date: nameMonth(event.month),
    text: eventWords(event, names),
    rule: eventRules[event.type],
    depth,
    causeSeq: event.causeSeq,
  });
  if (subject.kind === 'event') {
    const chain = chainOf(record, subject.seq);
    const after = consequencesOf(record, subject.seq, month);
    return [...chain.map(tell), ...after.map((event) => tell(event, chainOf(record, event.seq).length - 1))];
  }
  const told = new Set<number>();
  return latest(subject, record, experiment, month)
    .filter((event) => {
      const isTold = told.has(event.seq);
      for (const { seq } of chainOf(record, event.seq)) told.add(seq);
      return !isTold;
    })
    .slice(0, most)
    .flatMap((event) => chainOf(record, event.seq).map(tell));
}

/** Newest first. */
function latest(
  subject: Subject,
  record: RunRecord,
  { world }: Experiment,
  month: number,
): readonly EventRecord[] {
  const id = idOf(subject, world);
  return (
    record.events
      // A breach is seen by nobody until somebody raises an alarm; it stands in the chain of that alarm.
      .filter((event) => event.month <= month && event.type !== 'change' && event.type !== 'breach')
      .filter((event) => id === undefined || [event.actorId, event.targetId, event.placeId].includes(id))
      .reverse()
  );
}

function idOf(subject: Subject, world: Experiment['world']): string | undefined {
  if (subject.kind === 'faction') return world.factions[subject.index]?.id;
  if (subject.kind === 'post') return [...world.crossings, ...world.posts][subject.index]?.id;
  return undefined;
}
