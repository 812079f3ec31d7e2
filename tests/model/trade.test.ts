import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, type TableRecord } from '../../src/engine/recorder.ts';
import {
  costOfDeclaring,
  costOfFixer,
  costOfSmuggling,
  inlandCost,
  payingShare,
  payingSlope,
  savingByFixer,
} from '../../src/model/channels.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { solveDemand, solveMarket } from '../../src/model/market.ts';
import { distanceKm } from '../../src/model/network.ts';
import { playRun } from '../../src/model/play.ts';
import { potentialOf } from '../../src/model/potential.ts';
import { drawHouses, groupHouses } from '../../src/model/trading-house.ts';
import { crossing, experimentOn, goods, post, smallWorld } from '../fixtures/small-world.ts';

const gate = { duty: 0.2, delayCost: 0.001, legalDays: 45, fixerDays: 2, fixerDutyShare: 0.1, penalty: 0.01 };

describe('what a channel costs', () => {
  it('adds duty and delay for declared cargo', () => {
    expect(costOfDeclaring(gate)).toBeCloseTo(0.2 + 0.045, 12);
  });

  it('is for the fixer part of the duty, short delay, the fear of a penalty and the price of the saving', () => {
    // saving = 0.9 * 0.2 + 0.001 * 43 - 0.01 = 0.213
    expect(savingByFixer(gate)).toBeCloseTo(0.213, 12);
    expect(costOfFixer(gate, 0.5)).toBeCloseTo(0.02 + 0.002 + 0.01 + 0.5 * 0.213, 12);
  });

  it('makes the fixer exactly as dear as declaring when it takes the whole saving', () => {
    expect(costOfFixer(gate, 1)).toBeCloseTo(costOfDeclaring(gate), 12);
  });

  it('never counts a saving below two thousandths', () => {
    expect(savingByFixer({ ...gate, duty: 0, legalDays: 2 })).toBe(0.002);
  });

  it('is higher for goods that cannot hide', () => {
    expect(costOfSmuggling(0.12, 0.1, 1)).toBeCloseTo(0.12, 12);
    expect(costOfSmuggling(0.12, 0.1, 0)).toBeCloseTo(0.22, 12);
  });
});

describe('an inland post that can be driven around', () => {
  it('costs about the cheaper of charge and bypass', () => {
    expect(inlandCost(0.001, 0.02, 0.0005)).toBeCloseTo(0.001, 6);
    expect(inlandCost(0.1, 0.003, 0.0005)).toBeCloseTo(0.003, 6);
  });

  it('costs its charge when there is no way around', () => {
    expect(inlandCost(0.04, 0.5, 0.001)).toBe(0.04);
    expect(payingShare(0.04, 0.5, 0.001)).toBe(1);
  });

  it('is paid by half of the trucks when charge and bypass are equal', () => {
    expect(payingShare(0.003, 0.003, 0.0007)).toBe(0.5);
  });

  it('is paid at the rate at which its cost grows with the charge', () => {
    const step = 1e-7;
    for (const charge of [0.001, 0.0029, 0.0041]) {
      const growth =
        (inlandCost(charge + step, 0.003, 0.0007) - inlandCost(charge - step, 0.003, 0.0007)) / (2 * step);
      expect(payingShare(charge, 0.003, 0.0007)).toBeCloseTo(growth, 7);
      const slope =
        (payingShare(charge + step, 0.003, 0.0007) - payingShare(charge - step, 0.003, 0.0007)) / (2 * step);
      expect(payingSlope(charge, 0.003, 0.0007) / slope).toBeCloseTo(1, 5);
    }
  });
});

describe('trading houses', () => {
  it('together bring each class in its share, however they were drawn', () => {
    const world = smallWorld({
      goods: [goods('food', 0.7), goods('phones', 0.3, { consignmentUsd: 50_000 })],
    });
    for (const key of ['a', 'b', 'c']) {
      const groups = groupHouses(drawHouses(world, key, 50, 1, 1e8), 2, 1);
      expect(groups[0] * 20_000).toBeCloseTo(0.7e8, 3);
      expect(groups[1] * 50_000).toBeCloseTo(0.3e8, 3);
    }
  });

  it('are drawn alike for the same run and differently for another', () => {
    const draw = (key: string) => drawHouses(smallWorld(), key, 5, 1, 1e6);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('leave no class of goods without a trader', () => {
    const rare = smallWorld({
      goods: [goods('food', 0.9999), goods('gold', 0.0001, { consignmentUsd: 1e6 })],
    });
    const groups = groupHouses(drawHouses(rare, 'key', 1, 0, 1e8), 2, 1);
    expect(Math.min(...groups)).toBeGreaterThan(0);
  });
});

describe('the start of trade', () => {
  it('has exactly the stated shares of crossings, of goods and of staying away', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    solveMarket(
      world.spec,
      world.network,
      world.terms,
      world.start.constants,
      world.state.prices,
      world.market,
    );
    const potential = potentialOf(world, 1);
    solveDemand(world.network, world.terms, potential, world.market);
    const { traffic } = world.market.demand;
    expect(traffic[0] / (traffic[0] + traffic[1])).toBeCloseTo(0.6, 10);
    expect(traffic[0] + traffic[1]).toBeCloseTo(1e8, 2);
    for (const away of world.market.choice.awayShare) expect(away).toBeCloseTo(0.15, 10);
  });

  it('settles where prices swing about their answer and close in only slowly', () => {
    // A world that a random search found: weak sensitivity, nothing at the gate, a post with a dear way around.
    const swinging = smallWorld({
      factions: [],
      crossings: [crossing('upper', 1)],
      posts: [post('bridge', { crossingIds: ['upper'] })],
    });
    const set = {
      'trade.price_sensitivity': 2,
      'pact.gate_conduct': 0,
      'goods.*.duty': 0,
      'posts.bypass_cost': 0.00354,
    };
    const { prices } = foundWorld(experimentOn(swinging, set), 'key').state;
    expect(prices[1]).toBeGreaterThan(0.002);
    expect(prices[1]).toBeLessThan(0.00354);
  });

  it('measures distance within a percent of the great circle', () => {
    // Mehran-Zurbatiya to Trebil, 46.08 E 33.10 N to 39.00 E 32.74 N: 662 km on the great circle.
    expect(distanceKm({ lon: 46.08, lat: 33.1 }, { lon: 39, lat: 32.74 })).toBeGreaterThan(655);
    expect(distanceKm({ lon: 46.08, lat: 33.1 }, { lon: 39, lat: 32.74 })).toBeLessThan(669);
  });
});

const meanOf = (table: TableRecord, column: string, entity: number, from: number, to: number) => {
  const values = columnOf(table, column, entity).slice(from, to);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

describe('traders', () => {
  it('leave a gate that becomes dearer for its neighbour, whose price and traffic rise', () => {
    const dearer = (month: number) => (month >= 13 ? 0.05 : 0);
    const plain = playRun(experimentOn(smallWorld()), 'key', { keepFlows: false }).tables[2];
    const changed = playRun(experimentOn(smallWorld(), { 'crossings.upper.extra_cost': dearer }), 'key', {
      keepFlows: false,
    }).tables[2];
    const ratio = (column: string, entity: number) =>
      meanOf(changed, column, entity, 24, 36) / meanOf(plain, column, entity, 24, 36);
    expect(ratio('traffic_usd', 0)).toBeLessThan(0.8);
    expect(ratio('price_share', 0)).toBeLessThan(1);
    expect(ratio('traffic_usd', 1)).toBeGreaterThan(1.1);
    expect(ratio('price_share', 1)).toBeGreaterThan(1);
  });

  it('never pass a closed gate, from the month it closes', () => {
    const closed = { 'crossings.upper.open': (month: number) => (month >= 7 ? 0 : 1) };
    const table = playRun(experimentOn(smallWorld(), closed), 'key', { keepFlows: false }).tables[2];
    const traffic = columnOf(table, 'traffic_usd', 0);
    expect(traffic[5]).toBeGreaterThan(0);
    expect([...traffic.slice(6)]).toEqual(new Array(30).fill(0));
    // The trade that is left goes on by the other gate.
    expect(meanOf(table, 'traffic_usd', 1, 12, 24)).toBeGreaterThan(
      1.5 * meanOf(table, 'traffic_usd', 1, 0, 6),
    );
  });

  it('bring nothing when every gate is closed', () => {
    const { tables } = playRun(experimentOn(smallWorld(), { 'crossings.*.open': 0 }), 'key', {
      keepFlows: false,
    });
    expect(Math.max(...columnOf(tables[0], 'imports_usd'))).toBe(0);
  });

  it('draw the same consignments as long as no rule differs, whatever changes later', () => {
    const later = { 'goods.food.duty': (month: number) => (month >= 20 ? 0.3 : 0.13) };
    const one = playRun(experimentOn(smallWorld()), 'key', { keepFlows: false }).tables[2];
    const two = playRun(experimentOn(smallWorld(), later), 'key', { keepFlows: false }).tables[2];
    const before = 19 * 3 * one.spec.columns.length;
    expect(two.data.slice(0, before)).toEqual(one.data.slice(0, before));
    expect(two.data.slice(before)).not.toEqual(one.data.slice(before));
  });

  it('split over one gate or over its two halves alike', () => {
    const halves = smallWorld({
      crossings: [
        crossing('upper-a', 0.3, { holders: { north: 1 } }),
        crossing('upper-b', 0.3, { holders: { north: 1 } }),
        crossing('lower', 0.4, { holders: { south: 1 } }),
      ],
      posts: [
        post('bridge', { crossingIds: ['upper-a', 'upper-b', 'lower'], holders: { north: 0.5, south: 0.5 } }),
      ],
    });
    const whole = foundWorld(experimentOn(smallWorld()), 'key');
    const split = foundWorld(experimentOn(halves), 'key');
    expect(split.state.prices[0]).toBeCloseTo(whole.state.prices[0], 8);
    expect(split.state.prices[1]).toBeCloseTo(whole.state.prices[0], 8);
    expect(split.state.prices[2]).toBeCloseTo(whole.state.prices[1], 8);
    expect(split.state.pool[0] + split.state.pool[1]).toBeCloseTo(whole.state.pool[0], 2);
  });

  it('pay no toll at all when there are no factions, only officials and independents', () => {
    const empty = smallWorld({
      factions: [],
      crossings: [crossing('upper', 0.6), crossing('lower', 0.4)],
      posts: [post('bridge', { crossingIds: ['upper', 'lower'] })],
    });
    const { tables } = playRun(experimentOn(empty), 'key', { keepFlows: false });
    expect(Math.max(...columnOf(tables[0], 'income_total_usd'))).toBe(0);
    expect(Math.min(...columnOf(tables[0], 'imports_usd'))).toBeGreaterThan(0);
  });

  it('spread by probabilities that sum to 1 on any map', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 25, noNaN: true }),
        (shares, nest, sensitivity) => {
          const total = shares.reduce((sum, share) => sum + share, 0);
          const gates = shares.map((share, c) =>
            crossing(`gate-${c}`, share / total, { holders: { north: 0.5 } }),
          );
          const world = foundWorld(
            experimentOn(smallWorld({ crossings: gates, posts: [] }), {
              'trade.crossing_nest': nest,
              'trade.channel_nest': nest * 0.9,
              'trade.price_sensitivity': sensitivity,
            }),
            'key',
          );
          const { choice } = world.market;
          for (let group = 0; group < world.network.goods; group++) {
            let sum = choice.awayShare[group];
            for (let c = 0; c < gates.length; c++) sum += choice.routeShare[group * gates.length + c];
            expect(sum).toBeCloseTo(1, 12);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
