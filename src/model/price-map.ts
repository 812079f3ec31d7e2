import { sum } from '../engine/sum.ts';
import { foundWorld } from './found-world.ts';
import { solveDemand, solveMarket, type Terms } from './market.ts';
import { valueAt } from './parameter-values.ts';
import { potentialOf } from './potential.ts';
import { createPricingSpace, wantedPrices, weighIncomes } from './pricing.ts';
import type { World } from './world.ts';
import type { Experiment } from './world-spec.ts';

/** What trucks pay on a map of ownership when holders have settled on their prices. */
export interface PriceMap {
  /** Weight that holders put on one another's income. */
  readonly cohesion: number;
  /** Whether inland posts can be driven around. */
  readonly hasBypass: boolean;
  /** Mean payment of a truck that passes a price, crossings then inland posts, USD. */
  readonly perTruckAt: Float64Array;
  /** Mean payment of a truck at all posts on its way, USD. */
  readonly perTruck: number;
  /** Trucks that enter in a month. */
  readonly trucks: number;
  /** What all posts take in a month, in all hands, USD. */
  readonly revenue: number;
}

const mostRounds = 4000;
const closeEnough = 1e-7;

/**
 * The map of a world's start: its demand and its holders, once without a pact and once with a full one, with a bypass of inland posts and without. Constants of
 * demand are those fitted at the start; conduct is the world's. Throws when prices do not settle.
 */
export function priceMaps(experiment: Experiment, runKey: string): readonly PriceMap[] {
  const world = foundWorld(experiment, runKey);
  return [true, false].flatMap((hasBypass) => [0, 1].map((cohesion) => priceMap(world, cohesion, hasBypass)));
}

/** What trucks pay at the fixed point of prices, at a cohesion, with the world's bypass or without any. */
export function priceMap(world: World, cohesion: number, hasBypass: boolean): PriceMap {
  // At half the cargo's value nobody drives around: the rule without a bypass.
  const terms = hasBypass ? world.terms : { ...world.terms, bypassCost: 0.5 };
  const prices = settlePrices(world, terms, cohesion);
  const { network, market } = world;
  const trucksAt = countTrucks(world);
  const taken = prices.map((price, n) => price * market.demand.quantity[n]);
  const trucks = sum(trucksAt.subarray(0, network.crossings));
  const revenue = sum(taken);
  return {
    cohesion,
    hasBypass,
    perTruckAt: taken.map((usd, n) => (trucksAt[n] > 0 ? usd / trucksAt[n] : 0)),
    perTruck: trucks > 0 ? revenue / trucks : 0,
    trucks,
    revenue,
  };
}

/** Prices that are their owners' answer to one another; leaves demand solved at them. */
function settlePrices(world: World, terms: Terms, cohesion: number): Float64Array {
  const { spec, network, market, start, state, parameters, experiment } = world;
  const month = experiment.timeline.firstMonth;
  const potential = potentialOf(world, month);
  const conduct = valueAt(parameters, 'pact.gate_conduct', month);
  const space = createPricingSpace(network.crossings + network.posts);
  weighIncomes(state.holdings, cohesion, space.weights);
  const prices = state.prices.slice();
  let step = 0.25;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    solveMarket(spec, network, terms, start.constants, prices, market);
    solveDemand(network, terms, potential, market);
    const wanted = wantedPrices(network, market.demand, prices, conduct, space);
    let off = 0;
    for (let n = 0; n < prices.length; n++) off = Math.max(off, Math.abs(wanted[n] - prices[n]));
    if (off < closeEnough) return prices;
    // Without a bypass the answer to a charge is many times as steep as the charge: large steps cycle.
    if (off >= before) step = Math.max(0.02, step * 0.8);
    before = off;
    for (let n = 0; n < prices.length; n++) prices[n] += step * (wanted[n] - prices[n]);
  }
  throw new Error(`prices on the map of ${spec.id} did not settle at cohesion ${cohesion}`);
}

/** Trucks that pass each price in a month, expected at the solved choice. */
function countTrucks({ network, market, start }: World): Float64Array {
  const { crossings, destinations, goods } = network;
  const trucks = new Float64Array(crossings + network.posts);
  for (let group = 0; group < goods * destinations; group++) {
    for (let c = 0; c < crossings; c++) {
      const passing = start.consignments[group] * market.choice.routeShare[group * crossings + c];
      trucks[c] += passing;
      for (const n of network.postsOn[c * destinations + (group % destinations)]) trucks[n] += passing;
    }
  }
  return trucks;
}
