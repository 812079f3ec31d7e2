import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/engine/streams.ts';

const runKey = 'f3a1c09e5b7d2468ace013579bdf2468f3a1c09e5b7d2468ace013579bdf2468';

/** First draws of neighbouring keys: agents within months, as a run opens them. */
function firstDraws(count: number): number[] {
  return Array.from({ length: count }, (_, at) =>
    openStream(runKey, 'route-trade', 1 + (at % 156), Math.floor(at / 156)).next(),
  );
}

/** Chi-square of counts in equal cells. */
function chiSquare(values: readonly number[], cells: number): number {
  const counts = new Array<number>(cells).fill(0);
  for (const value of values) counts[Math.floor(value * cells)]++;
  const expected = values.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Correlation of a list with itself, `lag` places later. */
function correlation(values: readonly number[], lag: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let across = 0;
  let within = 0;
  for (let i = 0; i < values.length; i++) {
    within += (values[i] - mean) ** 2;
    if (i + lag < values.length) across += (values[i] - mean) * (values[i + lag] - mean);
  }
  return across / within;
}

describe('a stream of chance', () => {
  it('gives the same numbers for the same key', () => {
    const one = openStream(runKey, 'clash', 53, 'north');
    const two = openStream(runKey, 'clash', 53, 'north');
    for (let draw = 0; draw < 100; draw++) expect(one.next()).toBe(two.next());
  });

  it('gives these very numbers on every engine', () => {
    const stream = openStream('key', 'purpose', 1);
    expect([stream.next(), stream.next(), stream.next()]).toEqual([
      0.7341391624746025, 0.7031730513795538, 0.8347013653670967,
    ]);
  });

  it('gives other numbers when run, purpose, month or agent differs', () => {
    const firsts = [
      openStream(runKey, 'clash', 53, 'north'),
      openStream(`${runKey}0`, 'clash', 53, 'north'),
      openStream(runKey, 'attack', 53, 'north'),
      openStream(runKey, 'clash', 54, 'north'),
      openStream(runKey, 'clash', 53, 'south'),
      openStream(runKey, 'clash', 53),
    ].map((stream) => stream.next());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('does not move when another stream is drawn from more', () => {
    const expected = openStream(runKey, 'trade', 9).next();
    const other = openStream(runKey, 'talks', 9);
    const trade = openStream(runKey, 'trade', 9);
    for (let draw = 0; draw < 1000; draw++) other.next();
    expect(trade.next()).toBe(expected);
  });

  it('starts uniformly over neighbouring keys', () => {
    // 255 degrees of freedom: 99.9% of fair generators stay below 330.5, 0.1% below 190.
    const value = chiSquare(firstDraws(156 * 200), 256);
    expect(value).toBeLessThan(330.5);
    expect(value).toBeGreaterThan(190);
  });

  it('starts without a relation between neighbouring months or agents', () => {
    const draws = firstDraws(156 * 200);
    const bound = 3.5 / Math.sqrt(draws.length);
    for (const lag of [1, 2, 3, 12, 156, 312]) expect(Math.abs(correlation(draws, lag))).toBeLessThan(bound);
  });

  it('fills the square of first draws of one month and the next evenly', () => {
    const draws = firstDraws(156 * 200);
    const pairs = draws.slice(0, -1).map((draw, at) => (Math.floor(draw * 16) + draws[at + 1]) / 16);
    expect(chiSquare(pairs, 256)).toBeLessThan(330.5);
  });

  it('is uniform along one stream and stays below 1', () => {
    const stream = openStream(runKey, 'goods', 1);
    const draws = Array.from({ length: 100_000 }, () => stream.next());
    expect(chiSquare(draws, 256)).toBeLessThan(330.5);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    // 53 binary digits, not 32: nearly no draw is a multiple of 2^-32.
    expect(draws.filter((draw) => Number.isInteger(draw * 2 ** 32)).length).toBeLessThan(10);
  });
});
