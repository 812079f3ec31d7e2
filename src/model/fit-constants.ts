import { ln } from '../engine/maths.ts';
import { type Constants, type Market, solveDemand, solveMarket, type Terms } from './market.ts';
import type { Network } from './network.ts';
import { createPricingSpace, wantedPrices, weighIncomes } from './pricing.ts';
import type { WorldSpec } from './world-spec.ts';

export interface StartOfTrade {
  readonly constants: Constants;
  /** Gate prices and inland charges at their fixed point. */
  readonly prices: Float64Array;
}

const mostRounds = 2000;
const closeEnough = 1e-11;
/** Part of the way to the wanted price in a round: prices and constants are sought together. */
const priceStep = 0.5;

/**
 * Finds constants of crossings and goods that make the shares of crossings, of goods and of staying away exact, and prices
 * that are their owners' answer to the trade that results, with every crossing open. Constants by the contraction of Berry
 * (1994), damped by the nest as in Grigolon-Verboven (2014). Throws when it does not settle: a world that cannot be.
 */
export function fitStart(
  spec: WorldSpec,
  network: Network,
  asDated: Terms,
  potential: Float64Array,
  awayShare: number,
  pact: { readonly cohesion: number; readonly conduct: number },
  market: Market,
): StartOfTrade {
  const terms = { ...asDated, open: asDated.open.map(() => 1) };
  const count = network.crossings + network.posts;
  const space = createPricingSpace(count);
  weighIncomes(network, pact.cohesion, space.weights);
  const constants = { crossing: new Float64Array(network.crossings), goods: new Float64Array(network.goods) };
  const prices = new Float64Array(count)
    .fill(0.3, 0, network.crossings)
    .fill(0.5 * terms.bypassCost, network.crossings);
  for (let round = 0; round < mostRounds; round++) {
    solveMarket(spec, network, terms, constants, prices, market);
    solveDemand(network, terms, potential, market);
    const off = Math.max(
      stepCrossings(spec, terms, market, potential, awayShare, constants.crossing),
      stepGoods(network, market, potential, awayShare, constants.goods),
      stepPrices(network, market, pact.conduct, prices, space),
    );
    if (off < closeEnough) return { constants, prices };
  }
  throw new Error(`the start of trade in world ${spec.id} did not settle in ${mostRounds} rounds`);
}

function stepCrossings(
  spec: WorldSpec,
  terms: Terms,
  market: Market,
  potential: Float64Array,
  awayShare: number,
  constants: Float64Array,
): number {
  const total = sum(potential) * (1 - awayShare);
  let worst = 0;
  for (let c = 0; c < constants.length; c++) {
    if (spec.crossings[c].importShare <= 0) continue;
    const gap = ln((spec.crossings[c].importShare * total) / market.demand.traffic[c]);
    constants[c] += terms.nesting.crossing * gap;
    worst = Math.max(worst, Math.abs(gap));
  }
  return worst;
}

/** Goods constants are relative to the first class: the level of trade is with the crossings. */
function stepGoods(
  network: Network,
  market: Market,
  potential: Float64Array,
  awayShare: number,
  constants: Float64Array,
): number {
  const gaps = constants.map((_, g) => goodsGap(network, market, potential, awayShare, g));
  let worst = 0;
  for (let g = 0; g < constants.length; g++) {
    constants[g] += gaps[g] - gaps[0];
    worst = Math.max(worst, Math.abs(gaps[g]));
  }
  return worst;
}

/** How far the log odds of trading class g stand from those wanted. */
function goodsGap(
  network: Network,
  market: Market,
  potential: Float64Array,
  awayShare: number,
  g: number,
): number {
  let all = 0;
  let away = 0;
  for (let d = 0; d < network.destinations; d++) {
    const group = g * network.destinations + d;
    all += potential[group];
    away += potential[group] * market.choice.awayShare[group];
  }
  return all === 0 ? 0 : ln((1 - awayShare) / awayShare) - ln((all - away) / away);
}

function stepPrices(
  network: Network,
  market: Market,
  conduct: number,
  prices: Float64Array,
  space: ReturnType<typeof createPricingSpace>,
): number {
  const wanted = wantedPrices(network, market.demand, prices, conduct, space);
  let worst = 0;
  for (let n = 0; n < prices.length; n++) {
    const step = priceStep * (wanted[n] - prices[n]);
    prices[n] += step;
    worst = Math.max(worst, Math.abs(step));
  }
  return worst;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
