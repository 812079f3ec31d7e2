import { describe, expect, it } from 'vitest';
import { exp } from '../../src/engine/maths.ts';
import { bestPrice, triedPrices } from '../../src/model/best-price.ts';
import { type TollCurve, tollCurve } from '../../src/model/toll-curve.ts';
import { type WorldInMonth, worldInMonth } from '../../src/model/world-in-month.ts';
import { crossing, experimentOn, faction, goods, post, smallWorld } from '../fixtures/small-world.ts';
import { checkTolls } from './check-tolls.ts';

function curveOf(played: WorldInMonth, at: number): TollCurve {
  const curve = tollCurve(played, at);
  if (curve.kind !== 'curve') throw new Error(`no curve at ${at}: ${curve.kind}`);
  return curve;
}

/** One post behind one gate where all goods are alike, channels and routes a plain logit, nobody drives around. */
const onePost = smallWorld({
  factions: [faction('north')],
  crossings: [crossing('upper', 1, { holders: {} })],
  posts: [post('bridge', { crossingIds: ['upper'], holders: { north: 1 } })],
  goods: [goods('food', 1)],
});
const plainLogit = {
  'trade.channel_nest': 1,
  'trade.crossing_nest': 1,
  'posts.bypass_cost': 0.5,
};

describe('what another toll would bring at a lone post with a plain logit', () => {
  const played = worldInMonth(experimentOn(onePost, plainLogit), 'key', 5);
  const curve = curveOf(played, 1);
  const possible = played.world.start.consignments[0];

  it('is what the logit says by hand: odds of trading fall by e^(-mu) for each unit of toll', () => {
    const whole = Math.floor(possible + 0.5) * 20_000;
    const { asked, points } = curve;
    const share = asked.settled.trafficUsd / whole;
    for (const { price, settled } of points) {
      const odds = (share / (1 - share)) * exp(-13 * (price - asked.price));
      expect(settled.trafficUsd / whole).toBeCloseTo(odds / (1 + odds), 9);
      expect(settled.takeUsd).toBeCloseTo(price * settled.trafficUsd, 2);
    }
  });

  it('is best where toll = 1 / (mu (1 - share)), the condition of Lerner', () => {
    const { price, settled } = curve.most;
    const share = settled.trafficUsd / (Math.floor(possible + 0.5) * 20_000);
    expect(price).toBeCloseTo(1 / (13 * (1 - share)), 5);
  });

  it('moves traffic by a quarter of the way in the month itself, as habit does', () => {
    for (const { inMonth, settled } of curve.points) {
      const stayed = curve.points[0].inMonth.trafficUsd - curve.points[0].settled.trafficUsd * 0.25;
      expect(inMonth.trafficUsd).toBeCloseTo(stayed + 0.25 * settled.trafficUsd, 2);
    }
    expect(curve.mostAtOnce.price).toBeGreaterThan(1.5 * curve.most.price);
  });

  it('starts at nothing, holds the price asked and the best one, and ends at twice the price asked or at 1', () => {
    const prices = curve.points.map(({ price }) => price);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(prices).toContain(curve.asked.price);
    expect(prices).toContain(curve.most.price);
    expect(prices[0]).toBe(0);
    expect(prices.at(-1)).toBe(Math.min(1, 2 * curve.asked.price));
    expect(curve.points[0].settled.takeUsd).toBe(0);
  });
});

describe('the price that is best for all owners', () => {
  it('is the one asked where prices rest and conduct is full', () => {
    const atRest = { 'pact.gate_conduct': 1, 'pact.price_speed': 0, 'trade.choice_speed': 1 };
    const played = worldInMonth(experimentOn(smallWorld(), atRest), 'key', 1);
    for (const at of [0, 1, 2]) {
      const { asked, together } = curveOf(played, at);
      expect(together.price / asked.price, `price ${at}`).toBeCloseTo(1, 3);
    }
  });

  it('is above the one for this gate alone where the pact also weighs its rival', () => {
    const { most, together, alone } = curveOf(worldInMonth(experimentOn(smallWorld()), 'key', 3), 0);
    expect(together.price).toBeGreaterThan(most.price * 1.05);
    expect(alone?.price).toBeLessThan(together.price);
  });

  it('has no holder alone where officials hold all', () => {
    const free = smallWorld({ crossings: [crossing('upper', 0.6), crossing('lower', 0.4)] });
    const { alone, factionsPart } = curveOf(worldInMonth(experimentOn(free), 'key', 2), 0);
    expect(alone).toBeUndefined();
    expect(factionsPart).toBe(0);
  });
});

describe('a post at which nothing can be asked', () => {
  it('says that it is closed', () => {
    const shut = experimentOn(smallWorld(), { 'crossings.upper.open': (month) => (month < 4 ? 1 : 0) });
    expect(tollCurve(worldInMonth(shut, 'key', 5), 0)).toEqual({ kind: 'closed', month: 5, post: 0 });
    expect(tollCurve(worldInMonth(shut, 'key', 3), 0).kind).toBe('curve');
  });

  it('says that no goods come where its only gate is closed', () => {
    const shut = experimentOn(onePost, { 'crossings.upper.open': (month) => (month < 4 ? 1 : 0) });
    expect(tollCurve(worldInMonth(shut, 'key', 5), 1).kind).toBe('unused');
  });
});

describe('any post of two-gates', () => {
  checkTolls('two-gates', [1, 9, 17, 25, 33, 41, 49, 60], [0, 1, 2]);
});

describe('the best of many prices', () => {
  it.each([0.0023, 0.04, 0.61])('is found at a summit of %d', (summit) => {
    const worth = (price: number): number => -((price - summit) ** 2);
    expect(bestPrice(triedPrices.map(worth), worth)).toBeCloseTo(summit, 6);
  });

  it('is at an end where nothing inside is better', () => {
    expect(
      bestPrice(
        triedPrices.map((price) => price),
        (price) => price,
      ),
    ).toBe(1);
    expect(
      bestPrice(
        triedPrices.map((price) => -price),
        (price) => -price,
      ),
    ).toBe(0);
  });
});
