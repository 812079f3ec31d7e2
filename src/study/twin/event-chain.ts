import type { EventRecord } from '../../engine/recorder.ts';

/** Something that happened in one of two worlds alone, or in both but not alike. */
export interface Consequence {
  readonly event: EventRecord;
  /** 0 or 1 for the world that has it; `differs` where both do, and `event` is the first's. */
  readonly world: 0 | 1 | 'differs';
  /** The same in the second world, where it differs. */
  readonly other: EventRecord | undefined;
  /** What triggered it, in the same world; undefined where nothing is said to have. */
  readonly cause: EventRecord | undefined;
  /** Place in the list of the cause, from 0; undefined where both worlds have the cause alike, or there is none. */
  readonly follows: number | undefined;
}

/** Events of two worlds that differ, in the order in which they happened, each with what triggered it. */
export function eventChain(
  first: readonly EventRecord[],
  second: readonly EventRecord[],
): readonly Consequence[] {
  const [ours, theirs] = [keyed(first), keyed(second)];
  const only = (
    events: ReadonlyMap<string, EventRecord>,
    others: ReadonlyMap<string, EventRecord>,
    world: 0 | 1,
  ) =>
    [...events].filter(([key]) => !others.has(key)).map(([, event]) => ({ event, world, other: undefined }));
  const unlike = [...ours].flatMap(([key, event]) => {
    const other = theirs.get(key);
    return other === undefined || isAlike(event, other) ? [] : [{ event, world: 'differs' as const, other }];
  });
  const found = [...only(ours, theirs, 0), ...unlike, ...only(theirs, ours, 1)].sort(byTime);
  const causes = [first, second].map((events) => new Map(events.map((event) => [event.seq, event])));
  const places = new Map(found.map(({ event }, at) => [event, at]));
  return found.map((one) => {
    const cause = causes[one.world === 1 ? 1 : 0].get(one.event.causeSeq);
    return { ...one, cause, follows: cause === undefined ? undefined : places.get(cause) };
  });
}

/** Events under what they are but for amount and words, told apart by how many alike came before in their month. */
function keyed(events: readonly EventRecord[]): ReadonlyMap<string, EventRecord> {
  const map = new Map<string, EventRecord>();
  const seen = new Map<string, number>();
  for (const event of events) {
    const { month, type, actorId, targetId, placeId } = event;
    const key = [month, type, actorId, targetId, placeId, type === 'change' ? event.note : ''].join('|');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    map.set(`${key}|${count}`, event);
  }
  return map;
}

function isAlike(a: EventRecord, b: EventRecord): boolean {
  return a.amountUsd === b.amountUsd && a.note === b.note;
}

function byTime(a: { readonly event: EventRecord }, b: { readonly event: EventRecord }): number {
  return a.event.month - b.event.month || a.event.seq - b.event.seq;
}
