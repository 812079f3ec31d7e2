import { foundWorld } from '../../model/found-world.ts';
import { solveDemand, solveMarket } from '../../model/market.ts';
import { potentialOf } from '../../model/potential.ts';
import { wantedPrices, weighIncomes } from '../../model/pricing.ts';
import type { World } from '../../model/world.ts';
import { postsInSeries } from '../maps/maps.ts';
import type { Shelf } from '../shelf.ts';
import type { ValidationRow } from '../validation-row.ts';

/** A lone owner's toll where it rests: the elasticity of traffic to it, which the Lerner condition puts at -1. Chance plays no part. */
export function ownTollRow(toy: Shelf['toy']): ValidationRow {
  const experiment = postsInSeries(toy, ['a'], { 'trade.channel_nest': 1, 'trade.crossing_nest': 1 });
  return {
    id: 'C.own-toll',
    kind: 'comparative',
    about: 'a lone owner of one post at the fixed point: elasticity of its traffic to its toll',
    seen: 'the condition for the toll that earns most when passing costs the owner nothing',
    source: 'Lerner 1934',
    band: { lo: -1.00001, hi: -0.99999 },
    use: 'judged',
    unit: 'ratio',
    runs: {},
    measure: () => elasticityAtRest(foundWorld(experiment, 'own toll')),
  };
}

const step = 1e-6;

function elasticityAtRest(world: World): number {
  const prices = world.state.prices.slice();
  weighIncomes(world.state.holdings, 0, world.pricing.weights);
  for (let round = 0; round < 1500; round++) {
    demandAt(world, prices);
    const wanted = wantedPrices(world.network, world.market.demand, prices, 0, world.pricing);
    for (let n = 0; n < prices.length; n++) prices[n] += 0.05 * (wanted[n] - prices[n]);
  }
  const trafficAt = (charge: number): number => demandAt(world, Float64Array.of(prices[0], charge));
  const slope = (trafficAt(prices[1] + step) - trafficAt(prices[1] - step)) / (2 * step);
  return (slope * prices[1]) / trafficAt(prices[1]);
}

/** Traffic at the post, USD a month. */
function demandAt(world: World, prices: Float64Array): number {
  solveMarket(world.spec, world.network, world.terms, world.start.constants, prices, world.market);
  solveDemand(world.network, world.terms, potentialOf(world, 1), world.market);
  return world.market.demand.traffic[1];
}
