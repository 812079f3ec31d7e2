import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedColumns, comparedMeasures } from '../../src/figures/compared-measures.ts';
import { changesOfOne, type Sides, yearUpTo } from '../../src/figures/compared-sides.ts';
import { comparisonRows, spreadText } from '../../src/figures/comparison-rows.ts';
import { differenceOverTime } from '../../src/figures/difference-over-time.ts';
import { measureOverTime } from '../../src/figures/measure-over-time.ts';
import { pairDifferences, spreadOf } from '../../src/figures/pair-differences.ts';
import type { PairedRuns } from '../../src/figures/paired-runs.ts';
import { shockSentence } from '../../src/figures/shock-sentence.ts';
import { sourcesSideBySide } from '../../src/figures/sources-side-by-side.ts';
import { monthColumns } from '../../src/model/observables.ts';
import { pseudoPairs } from '../fixtures/pseudo-laboratory.ts';
import { pseudoBaseline, pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const { changes } = pseudoExperiment();
const baseline = { name: 'baseline', record: pseudoBaseline(), changes: [] };
const scenario = { name: 'cut', record: pseudoRecord(), changes };
const sides: Sides = { a: baseline, b: scenario, sign: 1 };
const swapped: Sides = { a: scenario, b: baseline, sign: -1 };
const [total, patron] = comparedMeasures;

/** Pairs of one month and one column with these differences. */
function pairsOf(differences: readonly number[], column = 'income_total_usd'): PairedRuns {
  return {
    ...{ wanted: 20, firstMonth: 1, months: 1, columns: [column] },
    baseline: differences.map(() => Float64Array.of(100)),
    scenario: differences.map((difference) => Float64Array.of(100 + difference)),
  };
}

describe('the measures that are compared', () => {
  it('are columns of by_month, all income in one and its sources in others', () => {
    const known = monthColumns.map(({ name }) => name);
    expect(comparedColumns.filter((name) => !known.includes(name))).toEqual([]);
    const sources = comparedMeasures.filter(({ isSource }) => isSource).flatMap(({ columns }) => columns);
    expect(sources.sort()).toEqual(
      known.filter((name) => /^income_(?!total|local|instit)/.test(name)).sort(),
    );
  });

  it('have labels that a narrow table shows whole', () => {
    for (const { label } of comparedMeasures) expect(label.length, label).toBeLessThanOrEqual(22);
  });
});

describe('a year up to a month', () => {
  it('is twelve months, and fewer at the start', () => {
    expect(yearUpTo(100, 1)).toEqual({ from: 89, until: 100 });
    expect(yearUpTo(5, 1)).toEqual({ from: 1, until: 5 });
    expect(yearUpTo(1, 1)).toEqual({ from: 1, until: 1 });
  });
});

describe('the range of paired differences', () => {
  it('holds the middle 90%, from the 5th to the 95th percentile of the pairs', () => {
    const differences = Array.from({ length: 21 }, (_, at) => at + 1);
    expect(spreadOf(differences, 21)).toEqual({ kind: 'range', low: 2, high: 20, includesZero: false });
  });

  it('says how many pairs are played while there are fewer than ten', () => {
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 20)).toEqual({ kind: 'few', pairs: 9, wanted: 20 });
    expect(spreadText({ kind: 'few', pairs: 9, wanted: 20 }, total)).toBe('9 of 20 pairs');
  });

  it('marks a range that includes zero, its ends counted', () => {
    const upFromZero = Array.from({ length: 20 }, (_, at) => (at < 10 ? 0 : 5e6));
    const spread = spreadOf(upFromZero, 20);
    expect(spread).toMatchObject({ kind: 'range', low: 0, includesZero: true });
    expect(spreadText(spread, total)).toBe('~ $0 .. +$5.00m');
  });

  it('says that no pair differs only when every difference is exactly zero', () => {
    const zeros = Array.from({ length: 20 }, () => 0);
    expect(spreadText(spreadOf(zeros, 20), total)).toBe('no difference in any pair');
    expect(spreadOf([...zeros, 1e-9], 21)).toMatchObject({ kind: 'range', includesZero: true });
  });

  it('is of the mean over the months, columns of a measure added up', () => {
    const pairs: PairedRuns = {
      ...{ wanted: 1, firstMonth: 3, months: 2, columns: ['x', 'income_extortion_usd', 'income_ransom_usd'] },
      baseline: [Float64Array.of(0, 0, 10, 20, 1, 2)],
      scenario: [Float64Array.of(9, 9, 14, 22, 2, 5)],
    };
    const measure = comparedMeasures.find(({ columns }) => columns.length === 2)!;
    expect(pairDifferences(pairs, measure, { from: 3, until: 4 }, 1)).toEqual([5]);
    expect(pairDifferences(pairs, measure, { from: 4, until: 4 }, -1)).toEqual([-5]);
    expect(pairDifferences(pairs, measure, { from: 2, until: 4 }, 1)).toEqual([]);
    expect(pairDifferences(pairs, patron, { from: 3, until: 4 }, 1)).toEqual([]);
  });

  it('changes its sign when A and B change places, whatever the differences', () => {
    const values = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(values, (differences) => {
        const pairs = pairsOf(differences);
        const window = { from: 1, until: 1 };
        const there = spreadOf(pairDifferences(pairs, total, window, 1), 20);
        const back = spreadOf(pairDifferences(pairs, total, window, -1), 20);
        if (there.kind !== 'range' || back.kind !== 'range') return expect(there).toEqual(back);
        expect(back.low).toBeCloseTo(-there.high, 3);
        expect(back.high).toBeCloseTo(-there.low, 3);
        expect(back.includesZero).toBe(there.includesZero);
      }),
    );
  });
});

describe('the table of differences', () => {
  it('gives means over the year that ends with the month', () => {
    const [row] = comparisonRows(sides, undefined, 53);
    const inMonth = (record: typeof scenario.record, month: number) =>
      record.tables[0].data[(month - 1) * record.tables[0].spec.columns.length];
    const mean = (record: typeof scenario.record) =>
      Array.from({ length: 12 }, (_, at) => inMonth(record, 42 + at)).reduce((sum, usd) => sum + usd, 0) / 12;
    expect(row.a).toBeCloseTo(mean(baseline.record), 3);
    expect(row.b).toBeCloseTo(mean(scenario.record), 3);
    expect(row.difference).toBeCloseTo(row.b - row.a, 3);
  });

  it('has nothing but zeros before the runs part', () => {
    for (const { difference } of comparisonRows(sides, undefined, 52)) expect(difference).toBe(0);
  });

  it('turns its differences and ranges round when A and B change places', () => {
    const there = comparisonRows(sides, pseudoPairs(20), 100);
    const back = comparisonRows(swapped, pseudoPairs(20), 100);
    for (const [index, row] of there.entries())
      expect(back[index].difference).toBeCloseTo(-row.difference, 6);
    expect(there.map(({ spread }) => spread.kind)).toEqual(back.map(({ spread }) => spread.kind));
    expect(there.some(({ spread }) => spread.kind === 'range' && spread.includesZero)).toBe(true);
    expect(there.some(({ spread }) => spread.kind === 'none')).toBe(true);
  });
});

describe('charts of two runs', () => {
  it('show both on one scale, with the changes of the scenario', () => {
    const { a, b, both } = measureOverTime(sides, total);
    expect(a.range).toEqual(b.range);
    expect(both.series.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect(a.marks).toEqual([]);
    expect(b.marks.map(({ number }) => number)).toEqual([1, 2]);
    expect(measureOverTime(swapped, total).both.marks).toEqual(b.marks);
  });

  it('show income by source of both in one unit and on one scale', () => {
    const { a, b } = sourcesSideBySide(sides);
    expect([a.range, a.unit]).toEqual([b.range, b.unit]);
  });

  it('show B - A month by month, exactly zero before the runs part, inside its band as a rule', () => {
    const figure = differenceOverTime(sides, patron, pseudoPairs(20));
    expect(figure.values.slice(0, 52).every((value) => value === 0)).toBe(true);
    expect(figure.values[52]).toBeLessThan(0);
    expect(figure.band).toHaveLength(156);
    for (const [low, high] of figure.band) expect(low).toBeLessThanOrEqual(high);
    expect(figure.range[0]).toBeLessThanOrEqual(Math.min(...figure.band.map(([low]) => low)));
  });

  it('have no band below ten pairs, and a height where nothing differs', () => {
    const same: Sides = { a: scenario, b: scenario, sign: 1 };
    const figure = differenceOverTime(same, patron, pseudoPairs(9));
    expect(figure.band).toEqual([]);
    expect(figure.range).toEqual([-1, 1]);
  });
});

describe('the sentence for a class', () => {
  it('names the largest loss and the largest gain since the first change, as means of the months from then on', () => {
    const [loss, gain] = ['income_patron_usd', 'income_customs_usd'].map((column) => {
      const at = monthColumns.findIndex(({ name }) => name === column);
      const cells = ({ record }: typeof scenario) =>
        [53, 54].map((month) => record.tables[0].data[(month - 1) * monthColumns.length + at]);
      const [a, b] = [cells(baseline), cells(scenario)];
      return (b[0] + b[1] - a[0] - a[1]) / 2e6;
    });
    const sentence = shockSentence(sides, pseudoPairs(20), 54);
    expect(sentence).toBe(`Since May 2018, B loses $${(-loss).toFixed(2)}m a month of patron income.`);
    expect(gain).toBeLessThan(0.2);
    expect(shockSentence(sides, pseudoPairs(20), 156)).toMatch(
      /^Since May 2018, B loses \$5\.\d\dm a month of patron income and gains \$3\.\d\dm a month of customs income\.$/,
    );
  });

  it('turns loss into gain when A and B change places', () => {
    expect(shockSentence(swapped, pseudoPairs(20), 156)).toMatch(
      /B loses .* customs income and gains .* patron/,
    );
  });

  it('says how little one pair tells', () => {
    expect(shockSentence(sides, pseudoPairs(7), 156)).toMatch(
      /\(in this pair of runs alone; 7 of 20 pairs are played\)\.$/,
    );
    expect(shockSentence(sides, undefined, 156)).toMatch(/\(in this pair of runs alone\)\.$/);
  });

  it('calls no difference an effect that the pairs do not tell from zero', () => {
    const pairs = pseudoPairs(20);
    const noisy = {
      ...pairs,
      scenario: pairs.baseline.map((cells, pair) =>
        cells.map((value) => value + (pair % 2 === 0 ? 1e9 : -1e9)),
      ),
    };
    expect(shockSentence(sides, noisy, 156)).toMatch(
      /^Since May 2018, B's largest loss, \$5\.\d\dm a month of patron income, is not distinguishable from zero\.$/,
    );
  });

  it('says when the runs will part, and when there is but one', () => {
    expect(shockSentence(sides, undefined, 20)).toBe(
      'Up to Aug 2015 A and B are the same: they part in May 2018.',
    );
    expect(shockSentence({ ...sides, a: scenario }, undefined, 20)).toMatch(/one and the same run/);
  });

  it('counts only changes that one of the runs has', () => {
    const shock = { month: 80, label: 'gate closed', why: '' };
    const shocked = { ...scenario, changes: [...changes, shock] };
    expect(changesOfOne({ a: scenario, b: shocked, sign: 1 })).toEqual([shock]);
    expect(shockSentence({ a: scenario, b: shocked, sign: 1 }, undefined, 90)).toMatch(
      /^Since Aug 2020, no source/,
    );
  });
});
