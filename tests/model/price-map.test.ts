import { describe, expect, it } from 'vitest';
import { foundWorld } from '../../src/model/found-world.ts';
import { priceMap } from '../../src/model/price-map.ts';
import { crossing, experimentOn, faction, post, smallWorld } from '../fixtures/small-world.ts';

/** Two gates side by side, each with its own holder, nothing behind them. */
const parallel = smallWorld({ posts: [] });
/** Two posts one behind the other, each with its own holder, behind a gate of officials. */
const series = smallWorld({
  factions: [faction('north'), faction('south')],
  crossings: [crossing('upper', 1)],
  posts: [
    post('bridge', { crossingIds: ['upper'], holders: { north: 1 } }),
    post('ridge', { crossingIds: ['upper'], holders: { south: 1 } }),
  ],
});
const both = (world: typeof series, theta: number) => {
  const founded = foundWorld(experimentOn(world, { 'pact.gate_conduct': theta }), 'key');
  return [0, 0.9].map((cohesion) => priceMap(founded, cohesion, false));
};

describe('cohesion', () => {
  it('at gates side by side raises what a truck pays and what is taken, and keeps trucks away', () => {
    const [without, withPact] = both(parallel, 1);
    expect(withPact.perTruck).toBeGreaterThan(without.perTruck * 1.05);
    expect(withPact.trucks).toBeLessThan(without.trucks);
    expect(withPact.revenue).toBeGreaterThan(without.revenue);
  });

  it('at posts one behind the other lowers what a truck pays in sum, brings trucks, and raises what is taken', () => {
    const [without, withPact] = both(series, 0);
    expect(withPact.perTruck).toBeLessThan(without.perTruck * 0.95);
    expect(withPact.trucks).toBeGreaterThan(without.trucks);
    expect(withPact.revenue).toBeGreaterThan(without.revenue);
  });

  it('hardly matters at inland posts that can be driven around', () => {
    const founded = foundWorld(experimentOn(series, { 'pact.gate_conduct': 0 }), 'key');
    const [without, withPact] = [0, 1].map((cohesion) => priceMap(founded, cohesion, true));
    expect(Math.abs(withPact.perTruck / without.perTruck - 1)).toBeLessThan(0.2);
    expect(without.perTruck).toBeLessThan(150);
  });

  it('adds up: what posts take is what trucks pay', () => {
    const [map] = both(series, 0);
    const sum = map.perTruckAt.reduce((usd, each) => usd + each, 0);
    // Every truck passes the gate and both posts here.
    expect(sum).toBeCloseTo(map.perTruck, 6);
    expect(map.perTruck * map.trucks).toBeCloseTo(map.revenue, 3);
  });
});
