import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTrace, mostEntries } from '../../src/study/trace.ts';

function traceOf(length: number): readonly number[] {
  const trace = createTrace<{ readonly at: number }>();
  for (let at = 0; at < length; at++) trace.add({ at });
  return trace.read().map(({ at }) => at);
}

describe('a history in bounded memory', () => {
  it('keeps everything while it is short', () => {
    expect(traceOf(0)).toEqual([]);
    expect(traceOf(40)).toEqual(Array.from({ length: 40 }, (_, at) => at));
  });

  it('is evenly thinned when it is long, with its first and its latest entry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (length) => {
        const entries = traceOf(length);
        expect([entries[0], entries.at(-1)]).toEqual([0, length - 1]);
        expect(entries.length).toBeLessThanOrEqual(mostEntries + 1);
        const steps = entries.slice(1, -1).map((entry, at) => entry - entries[at]);
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
