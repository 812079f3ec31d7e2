import { describe, expect, it } from 'vitest';
import { foundWorld } from '../../src/model/found-world.ts';
import { type Market, readTerms, solveDemand, solveMarket } from '../../src/model/market.ts';
import { potentialOf } from '../../src/model/potential.ts';
import { createPricingSpace, wantedPrices, weighIncomes } from '../../src/model/pricing.ts';
import type { World } from '../../src/model/world.ts';
import { crossing, experimentOn, faction, post, smallWorld } from '../fixtures/small-world.ts';

/** One inland post behind one gate, a plain logit and no bypass. */
const onePost = smallWorld({
  factions: [faction('north')],
  crossings: [crossing('upper', 1, { holders: { north: 1 } })],
  posts: [post('bridge', { crossingIds: ['upper'], holders: { north: 1 } })],
});
const plainLogit = {
  'trade.channel_nest': 1,
  'trade.crossing_nest': 1,
  'posts.bypass_cost': 0.5,
  'pact.cohesion': 0,
  'pact.gate_conduct': 0,
};

function demandAt(world: World, prices: Float64Array): Market['demand'] {
  solveMarket(world.spec, world.network, world.terms, world.start.constants, prices, world.market);
  solveDemand(world.network, world.terms, potentialOf(world, 1), world.market);
  return world.market.demand;
}

/** Iterates prices at fixed constants until they are their owners' own answer. */
function settle(world: World, from: Float64Array, cohesion: number, conduct: number): Float64Array {
  const prices = from.slice();
  const space = createPricingSpace(prices.length);
  weighIncomes(world.state.holdings, cohesion, space.weights);
  // Small steps: without a bypass the answer to a charge is many times as steep as the charge, and larger steps cycle.
  for (let round = 0; round < 1500; round++) {
    const wanted = wantedPrices(world.network, demandAt(world, prices), prices, conduct, space);
    for (let n = 0; n < prices.length; n++) prices[n] += 0.05 * (wanted[n] - prices[n]);
  }
  return prices;
}

describe('what holders of posts ask', () => {
  it('of a lone post with a plain logit is 1 / (mu (1 - share))', () => {
    const world = foundWorld(experimentOn(onePost, plainLogit), 'key');
    const prices = settle(world, world.state.prices, 0, 0);
    const demand = demandAt(world, prices);
    const share = demand.traffic[1] / potentialOf(world, 1).reduce((sum, usd) => sum + usd, 0);
    // Two goods of equal cost choose alike here, so the share of trade is one number.
    expect(prices[1]).toBeCloseTo(1 / (13 * (1 - share)), 6);
  });

  it('leaves traffic with an elasticity of -1 to the own charge', () => {
    const world = foundWorld(experimentOn(onePost, plainLogit), 'key');
    const prices = settle(world, world.state.prices, 0, 0);
    const step = 1e-6;
    const traffic = (charge: number) => demandAt(world, Float64Array.of(prices[0], charge)).traffic[1];
    const slope = (traffic(prices[1] + step) - traffic(prices[1] - step)) / (2 * step);
    expect((slope * prices[1]) / traffic(prices[1])).toBeCloseTo(-1, 5);
  });

  it('settles at one point from any start', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    const settled = [0.01, 0.1, 0.4, 0.7, 0.99].map((start) => {
      const from = Float64Array.of(start, 1 - start, start / 100);
      return settle(world, from, 0.5, 0.6);
    });
    for (const prices of settled) {
      prices.forEach((price, n) => {
        expect(price).toBeCloseTo(settled[0][n], 9);
      });
    }
  });

  it('rises with cohesion where gates stand side by side', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    const rivals = settle(world, world.state.prices, 0, 1);
    const pact = settle(world, world.state.prices, 1, 1);
    expect(pact[0]).toBeGreaterThan(rivals[0] * 1.05);
    expect(pact[1]).toBeGreaterThan(rivals[1] * 1.05);
  });

  it('falls in sum with cohesion where posts stand one behind the other without a bypass', () => {
    const series = smallWorld({
      crossings: [crossing('upper', 1, { holders: {} })],
      posts: [
        post('bridge', { crossingIds: ['upper'], holders: { north: 1 } }),
        post('pass', { crossingIds: ['upper'], holders: { south: 1 } }),
      ],
    });
    // No gate price here: a third taker at the gate would answer what the two posts do.
    const free = { 'posts.bypass_cost': 0.5, 'pact.gate_conduct': 0 };
    const world = foundWorld(experimentOn(series, free), 'key');
    const rivals = settle(world, world.state.prices, 0, 0);
    const pact = settle(world, world.state.prices, 0.9, 0);
    expect(pact[1] + pact[2]).toBeLessThan(0.95 * (rivals[1] + rivals[2]));
  });

  it('holds its last price at a closed gate', () => {
    const world = foundWorld(experimentOn(smallWorld(), { 'crossings.upper.open': 0 }), 'key');
    const before = world.state.prices[0];
    const after = settle(world, world.state.prices, 0.5, 0.6);
    expect(after[0]).toBe(before);
    expect(after[1]).not.toBe(world.state.prices[1]);
  });
});

describe('the closed-form derivatives of demand', () => {
  it('agree with differences', () => {
    const wide = smallWorld({
      corridors: [
        { id: 'river', name: 'River' },
        { id: 'desert', name: 'Desert' },
      ],
      crossings: [
        crossing('upper', 0.4, { holders: { north: 0.6, south: 0.2 } }),
        crossing('lower', 0.3, { holders: { south: 1 } }),
        crossing('far', 0.3, { corridorId: 'desert', place: { lon: 41, lat: 32 }, kind: 'unofficial' }),
      ],
      posts: [
        post('bridge', { crossingIds: ['upper', 'lower', 'far'], holders: { north: 1 } }),
        post('pass', { crossingIds: ['upper', 'far'], holders: { south: 1 } }),
      ],
    });
    const experiment = experimentOn(wide);
    const world = foundWorld(experiment, 'key');
    world.terms = readTerms(wide, world.parameters, 1);
    const prices = Float64Array.of(0.4, 0.5, 0.3, 0.002, 0.0031);
    const jacobian = demandAt(world, prices).jacobian.slice();
    const largest = Math.max(...jacobian.map(Math.abs));
    for (let m = 0; m < prices.length; m++) {
      // Inland charges live on the scale of the bypass spread, gate prices on that of 1.
      const step = m < 3 ? 1e-5 : 1e-7;
      const quantityAt = (change: number) =>
        demandAt(
          world,
          prices.map((price, n) => (n === m ? price + change : price)),
        ).quantity.slice();
      const up = quantityAt(step);
      const down = quantityAt(-step);
      for (let n = 0; n < prices.length; n++) {
        const difference = (up[n] - down[n]) / (2 * step);
        expect(Math.abs(jacobian[n * prices.length + m] - difference) / largest).toBeLessThan(1e-8);
      }
    }
  });
});
