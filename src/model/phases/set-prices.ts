import { solveDemand, solveMarket } from '../market.ts';
import { valueAt } from '../parameter-values.ts';
import { potentialOf } from '../potential.ts';
import { wantedPrices, weighIncomes } from '../pricing.ts';
import type { World } from '../world.ts';

/** Phase 5a: holders move their prices part of the way to those they want, given how trade answers last month's prices. */
export function nextPrices(world: World, month: number): Float64Array {
  const { spec, network, market, pricing, state, terms, parameters, start } = world;
  solveMarket(spec, network, terms, start.constants, state.prices, market);
  solveDemand(network, terms, potentialOf(world, month), market);
  weighIncomes(state.holdings, state.cohesion, pricing.weights);
  const conduct = valueAt(parameters, 'pact.gate_conduct', month);
  const wanted = wantedPrices(network, market.demand, state.prices, conduct, pricing);
  const speed = valueAt(parameters, 'pact.price_speed', month);
  return state.prices.map((price, n) => price + speed * (wanted[n] - price));
}
