import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawBinomial,
  drawLognormal,
  drawMultinomial,
  drawNormal,
  drawUniform,
} from '../../src/engine/draws.ts';
import { openStream, type Stream } from '../../src/engine/streams.ts';

const streamOf = (purpose: string): Stream => openStream('draws-test', purpose, 1);
const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]) => {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
};

/** Probabilities of 0 .. trials successes, by Pascal's rule on whole chances: independent of logarithms and of Stirling. */
function enumerate(trials: number, p: number): number[] {
  let row = [1];
  for (let trial = 0; trial < trials; trial++) {
    const next = new Array<number>(row.length + 1).fill(0);
    row.forEach((chance, successes) => {
      next[successes] += chance * (1 - p);
      next[successes + 1] += chance * p;
    });
    row = next;
  }
  return row;
}

/** Chi-square over its degrees of freedom as standard deviations from its mean (Wilson and Hilferty 1931), cells under 10 joined. */
function surprise(values: readonly number[], probabilities: readonly number[]): number {
  const counts = new Array<number>(probabilities.length).fill(0);
  for (const value of values) counts[value]++;
  let chiSquare = 0;
  let cells = 0;
  let seen = 0;
  let expected = 0;
  probabilities.forEach((probability, at) => {
    seen += counts[at];
    expected += probability * values.length;
    if (expected < 10 && at < probabilities.length - 1) return;
    chiSquare += (seen - expected) ** 2 / Math.max(expected, 1);
    cells++;
    seen = 0;
    expected = 0;
  });
  const freedom = cells - 1;
  return (Math.cbrt(chiSquare / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
}

describe('drawBinomial', () => {
  it.each([
    [1, 0.3],
    [5, 0.5],
    [12, 0.07],
    [12, 0.93],
    [40, 0.2],
    // From here on the mean of the rarer outcome is at least 10: rejection.
    [20, 0.5],
    [40, 0.3],
    [200, 0.06],
    [200, 0.94],
    [1000, 0.4],
  ])('follows the enumerated probabilities of %d trials at %d', (trials, p) => {
    const stream = streamOf(`binomial ${trials} ${p}`);
    const values = many(60_000, () => drawBinomial(stream, trials, p));
    const score = surprise(values, enumerate(trials, p));
    expect(score).toBeLessThan(3.3);
    expect(score).toBeGreaterThan(-3.3);
  });

  it('would notice a probability that is 3% off', () => {
    const stream = streamOf('binomial off');
    const values = many(60_000, () => drawBinomial(stream, 40, 0.309));
    expect(surprise(values, enumerate(40, 0.3))).toBeGreaterThan(3.3);
  });

  it.each([
    [1e9, 0.37],
    [1e9, 0.999],
    [1e9, 4e-9],
    [1e6, 1e-5],
    [1e9, 2e-7],
  ])('has mean np and variance np(1-p) for %d trials at %d', (trials, p) => {
    const stream = streamOf(`binomial large ${trials} ${p}`);
    const values = many(40_000, () => drawBinomial(stream, trials, p));
    const variance = trials * p * (1 - p);
    expect(Math.abs(meanOf(values) - trials * p)).toBeLessThan(3.5 * Math.sqrt(variance / values.length));
    expect(Math.abs(varianceOf(values) / variance - 1)).toBeLessThan(0.035);
  });

  it('is certain at 0 trials, probability 0 and probability 1', () => {
    const stream = streamOf('binomial limits');
    expect(drawBinomial(stream, 0, 0.5)).toBe(0);
    expect(drawBinomial(stream, 1e9, 0)).toBe(0);
    expect(drawBinomial(stream, 1e9, 1)).toBe(1e9);
  });

  it('stays whole and between 0 and trials for any trials and probability', () => {
    const stream = streamOf('binomial any');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, p) => {
          const value = drawBinomial(stream, trials, p);
          expect(Number.isInteger(value) && value >= 0 && value <= trials).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses part trials and what is no probability', () => {
    const stream = streamOf('binomial refuses');
    expect(() => drawBinomial(stream, 1.5, 0.5)).toThrow('whole number of trials');
    expect(() => drawBinomial(stream, -1, 0.5)).toThrow('whole number of trials');
    expect(() => drawBinomial(stream, 1, 1.01)).toThrow('probability from 0 to 1, not 1.01');
    expect(() => drawBinomial(stream, 1, Number.NaN)).toThrow('not NaN');
  });
});

describe('drawMultinomial', () => {
  const weights = Float64Array.of(3, 0, 5, 0.5, 1.5, 0);

  it('has binomial marginals', () => {
    const stream = streamOf('multinomial marginals');
    const out = new Int32Array(weights.length);
    const columns: number[][] = Array.from(weights, () => []);
    for (let draw = 0; draw < 40_000; draw++) {
      drawMultinomial(stream, 30, weights, 0, weights.length, out);
      for (const at of columns.keys()) columns[at].push(out[at]);
    }
    for (const at of [0, 2, 3, 4])
      expect(Math.abs(surprise(columns[at], enumerate(30, weights[at] / 10)))).toBeLessThan(3.3);
    for (const at of [1, 5]) expect(columns[at].every((count) => count === 0)).toBe(true);
  });

  it('has the covariance -n p q between two options', () => {
    const stream = streamOf('multinomial covariance');
    const out = new Float64Array(weights.length);
    const products = many(40_000, () => {
      drawMultinomial(stream, 30, weights, 0, weights.length, out);
      return (out[0] - 9) * (out[2] - 15);
    });
    expect(meanOf(products)).toBeGreaterThan(-4.5 * 1.05);
    expect(meanOf(products)).toBeLessThan(-4.5 * 0.95);
  });

  it('always adds up to the trials, gives nothing to a weight of 0 and leaves the rest of the array alone', () => {
    const stream = streamOf('multinomial sums');
    const weight = fc.oneof(
      fc.constant(0),
      fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(weight, { minLength: 1, maxLength: 40 }),
        (trials, list) => {
          fc.pre(list.some((value) => value > 0));
          const out = new Float64Array(list.length + 2).fill(-7);
          drawMultinomial(stream, trials, Float64Array.of(9, ...list, 9), 1, list.length + 1, out);
          const drawn = out.subarray(1, list.length + 1);
          expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(trials);
          expect(
            drawn.every(
              (count, at) => Number.isInteger(count) && count >= 0 && (list[at] > 0 || count === 0),
            ),
          ).toBe(true);
          expect([out[0], out.at(-1)]).toEqual([-7, -7]);
        },
      ),
    );
  });

  it('gives all to the only option, and zeros for no trials even without weights', () => {
    const stream = streamOf('multinomial limits');
    const out = new Float64Array(3);
    drawMultinomial(stream, 7, Float64Array.of(0, 1e-9, 0), 0, 3, out);
    expect([...out]).toEqual([0, 7, 0]);
    drawMultinomial(stream, 0, new Float64Array(3), 0, 3, out);
    expect([...out]).toEqual([0, 0, 0]);
  });

  it('refuses trials without a weight and weights that are negative or no number', () => {
    const stream = streamOf('multinomial refuses');
    const draw =
      (...list: number[]) =>
      () =>
        drawMultinomial(stream, 5, Float64Array.from(list), 0, list.length, new Float64Array(list.length));
    expect(draw(0, 0)).toThrow('no weight above 0');
    expect(draw()).toThrow('no weight above 0');
    expect(draw(1, -1)).toThrow('weight 1 is -1');
    expect(draw(Number.NaN)).toThrow('weight 0 is NaN');
    expect(draw(1, Number.POSITIVE_INFINITY)).toThrow('finite sum');
  });
});

describe('draws of real numbers', () => {
  it('drawNormal has the moments of a normal and its share within one deviation', () => {
    const stream = streamOf('normal');
    const values = many(100_000, () => drawNormal(stream, 5, 2)).map((value) => (value - 5) / 2);
    expect(Math.abs(meanOf(values))).toBeLessThan(0.011);
    expect(Math.abs(varianceOf(values) - 1)).toBeLessThan(0.016);
    expect(Math.abs(meanOf(values.map((value) => value ** 3)))).toBeLessThan(0.04);
    expect(Math.abs(meanOf(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.11);
    const within = values.filter((value) => Math.abs(value) < 1).length / values.length;
    expect(Math.abs(within - 0.682689)).toBeLessThan(0.005);
  });

  it('drawLognormal has the median e^mean', () => {
    const stream = streamOf('lognormal');
    const values = many(40_000, () => drawLognormal(stream, 1, 0.5)).sort((a, b) => a - b);
    expect(Math.abs(values[20_000] / Math.E - 1)).toBeLessThan(0.011);
    expect(values[0]).toBeGreaterThan(0);
  });

  it('drawNormal without deviation is its mean', () => {
    expect(drawNormal(streamOf('still'), 3, 0)).toBe(3);
  });

  it('drawUniform stays in its range with the mean in the middle', () => {
    const stream = streamOf('uniform');
    const values = many(40_000, () => drawUniform(stream, -2, 6));
    expect(values.every((value) => value >= -2 && value < 6)).toBe(true);
    expect(Math.abs(meanOf(values) - 2)).toBeLessThan(0.041);
  });
});
