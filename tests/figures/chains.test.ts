import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../../src/engine/recorder.ts';
import { causesOf, chainOf, consequencesOf } from '../../src/figures/causes.ts';
import { pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();

const seqs = (events: readonly EventRecord[]): readonly number[] => events.map(({ seq }) => seq);

describe('a chain of causes', () => {
  it('leads from the root to the event', () => {
    expect(seqs(chainOf(record, 6))).toEqual([4, 5, 6]);
    expect(seqs(chainOf(record, 2))).toEqual([2]);
    expect(chainOf(record, 99)).toEqual([]);
  });

  it('tells what followed, up to the month and no further', () => {
    expect(seqs(consequencesOf(record, 4, 95))).toEqual([5, 6]);
    expect(consequencesOf(record, 4, 94)).toEqual([]);
  });

  it('ends for any events, and rises from root to event', () => {
    const causes = fc.array(fc.nat(30), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(causes, fc.nat(29), (given, at) => {
        const events = given.map((causeSeq, index) => ({ ...record.events[0], seq: index + 1, causeSeq }));
        const chain = seqs(chainOf({ ...record, events }, (at % events.length) + 1));
        expect(chain).toEqual([...chain].sort((a, b) => a - b));
        expect(new Set(chain).size).toBe(chain.length);
      }),
    );
  });

  it('of a faction has its latest events first, each with its root, and none twice', () => {
    const elm = experiment.world.factions.findIndex(({ id }) => id === 'elm-ring');
    const causes = causesOf({ kind: 'faction', index: elm }, record, experiment, 156);
    expect(causes.map(({ seq, depth }) => [seq, depth])).toEqual([
      [4, 0],
      [5, 1],
      [6, 2],
      [3, 0],
      [2, 0],
    ]);
  });

  it('does not tell of a breach that nobody has noticed', () => {
    const causes = causesOf({ kind: 'all' }, record, experiment, 94);
    expect(causes.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });
});
