import { describe, expect, it } from 'vitest';
import { closingOf } from '../../src/figures/closing.ts';
import { crossingsMap } from '../../src/figures/crossings-map.ts';
import { chartedRivals, postOverTime } from '../../src/figures/post-over-time.ts';
import { rivalsOf } from '../../src/figures/rivals.ts';
import { cellAt } from '../../src/figures/run-tables.ts';
import { takersAt } from '../../src/figures/takers.ts';
import { pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const { world } = experiment;
const record = pseudoRecord();
const gates = world.crossings.length;

describe('the map of crossings', () => {
  const points = crossingsMap(world);
  const named = (name: string) => points.find((point) => point.name === name)!;

  it('has every crossing and post, every place where goods are bought, and the neighbours', () => {
    const kinds = (kind: string) => points.filter((point) => point.kind === kind).length;
    expect([kinds('post'), kinds('town'), kinds('neighbour')]).toEqual([gates + 3, 1, 2]);
  });

  it('has north above south and west left of east', () => {
    expect(named('North Bridge').y).toBeLessThan(named('Umm Delta North').y);
    expect(named('Red Gate').x).toBeLessThan(named('Hill Pass').x);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(1);
    }
  });

  it('holds a world of a single place', () => {
    const place = { lon: 44, lat: 33 };
    const crossings = world.crossings.map((crossing) => ({ ...crossing, place }));
    const alone = crossingsMap({ ...world, crossings, posts: [], destinations: [] });
    for (const { x, y } of alone) expect([x, y]).toEqual([0.5, 0.5]);
  });
});

describe('who takes the toll at a post', () => {
  it('is read from the payments of the month: dollars, and parts that sum to one', () => {
    const takers = takersAt(record, world, 2, 100);
    expect(takers.map(({ name }) => name)).toEqual(['Cedar Office', 'Date Palm League']);
    expect(takers[1]).toMatchObject({ heldAtStart: 0, takeUsd: 400_000 });
    expect(takers[0].part + takers[1].part).toBeCloseTo(1, 12);
  });

  it('is what was held at the start where no payments are kept', () => {
    const [only, ...rest] = takersAt({ ...record, flows: null }, world, 2, 100);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ name: 'Cedar Office', heldAtStart: 0.6, takeUsd: Number.NaN });
  });
});

describe('rivals of a post', () => {
  it('are the crossings of its corridor and the posts on its road, never itself', () => {
    const rivals = rivalsOf(world, 2);
    expect(rivals.map(({ index }) => index)).toEqual([0, 1, 3, 4, 5, gates]);
    expect(rivals.at(-1)!.tie).toBe('on its road');
  });

  it('of an inland post are the posts that share a crossing and a destination', () => {
    expect(rivalsOf(world, gates).map(({ index }) => index)).toEqual([gates + 1]);
  });

  it('have one number in both charts', () => {
    const names = (what: 'traffic' | 'price') =>
      postOverTime(what, record, experiment, 2).series.map(({ letter, label }) => [letter, label]);
    expect(names('traffic')).toEqual(names('price'));
    expect(names('price').slice(1)).toEqual(
      chartedRivals(record, world, 2).map((index, at) => [String(at + 1), world.crossings[index].name]),
    );
  });
});

describe('where the traffic of a closed gate went', () => {
  it('compares six months before the closing with the months from then on', () => {
    const closing = closingOf(record, world, 2, 75)!;
    expect(closing.openAfter).toBe(0);
    expect(closing).toMatchObject({ month: 73, monthsBefore: 6, monthsAfter: 3 });
    expect(closing.own.afterUsd).toBe(0);
    const other = closing.others.find(({ index }) => index === 0)!;
    const before = [67, 68, 69, 70, 71, 72].map((month) =>
      cellAt(record, 'by_crossing_month', 'traffic_usd', month, 0),
    );
    expect(other.beforeUsd).toBeCloseTo(before.reduce((sum, usd) => sum + usd, 0) / 6, 3);
  });

  it('lists every other crossing, the one that gained most first, and no inland post', () => {
    const { others } = closingOf(record, world, 2, 156)!;
    const gains = others.map(({ beforeUsd, afterUsd }) => afterUsd - beforeUsd);
    expect(others).toHaveLength(gates - 1);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });

  it('is not asked of a gate that never closed, nor before it did', () => {
    expect(closingOf(record, world, 0, 156)).toBeUndefined();
    expect(closingOf(record, world, 2, 72)).toBeUndefined();
  });
});
