import { describe, expect, it } from 'vitest';
import type { GradedValue } from '../../src/scenario/world-file.ts';
import { rowOf } from '../../src/study/change-timeline.ts';
import { rangeFactors, varyNumber } from '../../src/study/vary.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const experiment = experimentOn(smallWorld(), {}, { months: 2 });

describe('varying a number of a world', () => {
  it('scales a parameter in every month within its bounds', () => {
    expect([...rowOf(varyNumber(experiment, 'pact.cohesion', 1.5)!, 'pact.cohesion')]).toEqual([0.75, 0.75]);
    expect([...rowOf(varyNumber(experiment, 'pact.cohesion', 5)!, 'pact.cohesion')]).toEqual([1, 1]);
  });

  it('scales a fact, and shares of a whole are scaled back to it', () => {
    const stronger = varyNumber(experiment, 'factions.north.own_fighters', 2)!;
    expect(stronger.world.factions.map(({ ownFighters }) => ownFighters)).toEqual([800, 400]);
    const wider = varyNumber(experiment, 'crossings.upper.import_share', 1.5)!;
    expect(wider.world.crossings[0].importShare).toBeCloseTo(0.9 / 1.3, 12);
    expect(wider.world.crossings[1].importShare).toBeCloseTo(0.4 / 1.3, 12);
    const held = varyNumber(experiment, 'posts.bridge.holders.north', 0.5)!;
    expect(held.world.posts[0].holders).toEqual({ north: 0.25, south: 0.5 });
  });

  it('has no answer for what no run reads', () => {
    expect(varyNumber(experiment, 'factions.north.moon', 2)).toBeUndefined();
    expect(varyNumber(experiment, 'factions.nobody.capacity', 2)).toBeUndefined();
  });
});

describe('the range of a graded value', () => {
  const graded = (more: object) =>
    ({ points: [[1, 4]], low: 2, high: 6, range: 'values', ...more }) as unknown as GradedValue;

  it('is factors of what it is', () => {
    expect(rangeFactors(graded({}))).toEqual([0.5, 1.5]);
    expect(rangeFactors(graded({ range: 'factors', low: 0.8, high: 1.2 }))).toEqual([0.8, 1.2]);
  });

  it('is none without a range, and none at 0', () => {
    expect(rangeFactors(graded({ low: 4, high: 4 }))).toBeUndefined();
    expect(rangeFactors(graded({ points: [[1, 0]] }))).toBeUndefined();
  });
});
