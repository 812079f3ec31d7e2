import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../../../src/engine/recorder.ts';
import { eventChain } from '../../../src/study/twin/event-chain.ts';

const happened = (
  seq: number,
  month: number,
  type: string,
  actorId: string,
  more: Partial<EventRecord> = {},
) => ({
  seq,
  month,
  type,
  actorId,
  targetId: '',
  placeId: '',
  amountUsd: 0,
  causeSeq: 0,
  note: '',
  ...more,
});

describe('the chain of events after two worlds part', () => {
  it('leaves out what happens alike in both, whatever its number', () => {
    const events = [happened(1, 2, 'attack', 'north'), happened(2, 3, 'parade', 'south')];
    expect(
      eventChain(events, [happened(9, 2, 'attack', 'north'), happened(10, 3, 'parade', 'south')]),
    ).toEqual([]);
  });

  it('follows causes within the world that has them', () => {
    const first = [happened(1, 2, 'breach', 'north'), happened(2, 3, 'alarm', 'south', { causeSeq: 1 })];
    const second = [
      happened(1, 2, 'breach', 'north'),
      happened(2, 3, 'war-begins', 'south', { causeSeq: 1 }),
      happened(3, 4, 'clash', 'south', { causeSeq: 2 }),
    ];
    const chain = eventChain(first, second);
    expect(chain.map(({ event, world, follows }) => [event.type, world, follows])).toEqual([
      ['alarm', 0, undefined],
      ['war-begins', 1, undefined],
      ['clash', 1, 1],
    ]);
    expect(chain.map(({ cause }) => cause?.type)).toEqual(['breach', 'breach', 'war-begins']);
  });

  it('pairs what happens in both by other amounts, and counts repetitions in a month', () => {
    const first = [happened(1, 2, 'attack', 'north'), happened(2, 2, 'attack', 'north')];
    const second = [happened(1, 2, 'attack', 'north', { amountUsd: 5 })];
    expect(eventChain(first, second).map(({ world, other }) => [world, other?.amountUsd])).toEqual([
      ['differs', 5],
      [0, undefined],
    ]);
  });
});
