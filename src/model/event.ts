import type { World } from './world.ts';

interface Noted {
  readonly type:
    | 'change'
    | 'front-born'
    | 'front-designated'
    | 'front-reborn'
    | 'post-closed'
    | 'post-opened'
    | 'line-leads'
    | 'men-unpaid'
    | 'talks-open'
    | 'share-moves'
    | 'side-payment'
    | 'breach'
    | 'alarm'
    | 'settled'
    | 'war-begins'
    | 'war-ends'
    | 'clash'
    | 'attack'
    | 'parade'
    | 'splinter'
    | 'front-name'
    | 'turf-clash'
    | 'group-ended'
    | 'election'
    | 'protest'
    | 'blockade';
  readonly actorId?: string;
  readonly targetId?: string;
  readonly placeId?: string;
  readonly amountUsd?: number;
  /** `seq` of the event that triggered this one. */
  readonly causeSeq?: number;
  readonly note?: string;
}

/** Adds an event to the month's list and returns its number, which a later event may name as its cause. */
export function noteEvent(world: World, month: number, event: Noted): number {
  const seq = ++world.state.eventsSeen;
  const { actorId = '', targetId = '', placeId = '', amountUsd = 0, causeSeq = 0, note = '' } = event;
  world.events.push({ seq, month, type: event.type, actorId, targetId, placeId, amountUsd, causeSeq, note });
  return seq;
}
