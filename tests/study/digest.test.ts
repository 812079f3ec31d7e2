import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/study/digest.ts';
import { madeUpExperiment, playMadeUp } from './made-up-runs.ts';

const record = playMadeUp(madeUpExperiment('a'), 1, 1);

describe('the digest of a run', () => {
  it('is the same for the same numbers', () => {
    expect(digestOf(structuredClone(record))).toBe(record.digest);
  });

  it('changes with the last bit of one cell', () => {
    const copy = structuredClone(record);
    const bits = new BigUint64Array(copy.tables[0].data.buffer);
    bits[3] ^= 1n;
    expect(digestOf(copy)).not.toBe(record.digest);
  });

  it('changes with one cent of one payment', () => {
    const copy = structuredClone(record);
    copy.flows!.cents[1] += 1;
    expect(digestOf(copy)).not.toBe(record.digest);
  });

  it('changes with an event', () => {
    const event = { seq: 1, month: 1, type: 'clash', actorId: '', targetId: '', placeId: '' };
    const events = [{ ...event, amountUsd: 0, causeSeq: 0, note: '' }];
    expect(digestOf({ ...record, events })).not.toBe(record.digest);
  });
});
