import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanAt, meanSoFar } from '../../src/figures/mean-so-far.ts';
import { outcomeSpread } from '../../src/figures/outcome-spread.ts';
import { scenarioRows } from '../../src/figures/study-scenarios.ts';
import { clockWords, diskWords, rateWords, timeWords } from '../../src/figures/work-words.ts';
import { type OutcomeProgress, tallyOutcomes } from '../../src/study/outcome-progress.ts';

function outcomeOf(...chunks: readonly (readonly number[])[]): OutcomeProgress {
  const tally = tallyOutcomes(1);
  for (const chunk of chunks) tally.add(Float64Array.from(chunk));
  return tally.read()[0];
}

function rowOf(outcome: OutcomeProgress) {
  const scenario = { scenarioId: 'a', done: 12, total: 40, failed: 2, outcomes: [outcome] };
  return scenarioRows([scenario], 0, 'index')[0];
}

/** Ten runs around 100; half their 95% interval is 2.262 * sqrt(10 d^2 / 9) / sqrt(10) = 0.754 d. */
const tenRuns = (d: number) =>
  outcomeOf([100 - d, 100 + d, 100 - d, 100 + d, 100 - d], [100 + d, 100 - d, 100 + d, 100 - d, 100 + d]);

describe('the scenarios of a study at work', () => {
  it('settle when half the interval is within 2% of the mean, nearly within 4%', () => {
    expect([tenRuns(2), tenRuns(4), tenRuns(8)].map((outcome) => rowOf(outcome).settled)).toEqual([
      'yes',
      'near',
      'no',
    ]);
    expect(rowOf(tenRuns(4)).relative).toBeCloseTo(0.0302, 4);
  });

  it('need as many more runs as narrow the interval to 2%: it goes with the root of their number', () => {
    // (3.016% / 2%)^2 * 10 = 22.7
    expect(rowOf(tenRuns(4)).needed).toBe(23);
  });

  it('settle nothing by fewer than ten runs, nor by none', () => {
    expect(rowOf(outcomeOf([7, 7]))).toMatchObject({ settled: '-', relative: 0 });
    expect(rowOf(outcomeOf())).toMatchObject({ settled: '-', mean: '-', halfWidth: '-', needed: undefined });
    expect(rowOf(outcomeOf([3]))).toMatchObject({ settled: '-', mean: '3.000', halfWidth: '-' });
  });

  it('settle nothing while points of a list are to come, which may lie elsewhere', () => {
    const head = { ...tenRuns(2), isHead: true } as const;
    expect(rowOf(head)).toMatchObject({ settled: '-', needed: undefined, secondsToSettle: undefined });
    expect(meanSoFar(head)?.needed).toBeUndefined();
  });

  it('have no relative width around 0', () => {
    expect(rowOf(outcomeOf([-1, 1]))).toMatchObject({ relative: undefined, settled: '-' });
  });
});

describe('the spread of an outcome', () => {
  it('counts every run between its edges, which hold the mean', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 90 }), (given, bars) => {
        const figure = outcomeSpread(outcomeOf(given), bars);
        fc.pre(figure !== undefined);
        expect(figure!.counts.reduce((sum, count) => sum + count, 0)).toBe(given.length);
        expect(figure!.counts.length).toBeLessThanOrEqual(bars);
        expect(figure!.low).toBeLessThanOrEqual(Math.min(...given));
        expect(figure!.high).toBeGreaterThan(Math.max(...given));
        expect(figure!.mean).toBeGreaterThanOrEqual(figure!.low);
      }),
    );
  });

  it('is no picture where all runs are equal', () => {
    expect(outcomeSpread(outcomeOf([5, 5, 5]), 10)).toBeUndefined();
  });
});

describe('the mean against runs', () => {
  it('goes by straight lines between what was known, and stands still outside', () => {
    const figure = meanSoFar(outcomeOf([10, 14], [20, 20]))!;
    expect([1, 2, 3, 4].map((runs) => meanAt(figure, runs).mean)).toEqual([12, 12, 14, 16]);
    expect(figure.runs).toBe(4);
  });

  it('keeps the present interval in view, and never has an empty range', () => {
    const { range, points } = meanSoFar(tenRuns(4))!;
    const { mean, halfWidth } = points.at(-1)!;
    expect(range[0]).toBeLessThan(mean - halfWidth!);
    expect(range[1]).toBeGreaterThan(mean + halfWidth!);
    const [low, high] = meanSoFar(outcomeOf([0, 0]))!.range;
    expect(high).toBeGreaterThan(low);
    expect(meanSoFar(outcomeOf())).toBeUndefined();
  });
});

describe('words for work', () => {
  it('tell time, pace and disk as people do', () => {
    expect([7.9, 372, 93_820, -3].map(clockWords)).toEqual(['0:07', '6:12', '26:03:40', '0:00']);
    expect([40, 800, 12_600].map(timeWords)).toEqual(['40 s', '14 min', '3.5 h']);
    expect([4.72, 1234].map(rateWords)).toEqual(['4.7', '1,234']);
    expect([1, 61e6, 3.2e9].map(diskWords)).toEqual(['1 MB', '61 MB', '3.2 GB']);
  });
});
