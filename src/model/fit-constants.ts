import { ln } from '../engine/maths.ts';
import { sum } from '../engine/sum.ts';
import { holdingsAtStart } from './holdings.ts';
import { type Constants, type Market, solveDemand, solveMarket, type Terms } from './market.ts';
import type { Network } from './network.ts';
import { createPricingSpace, wantedPrices, weighIncomes } from './pricing.ts';
import type { WorldSpec } from './world-spec.ts';

/** Trade at the start, fitted. */
export interface StartOfTrade {
  readonly constants: Constants;
  /** Gate prices and inland charges at their fixed point. */
  readonly prices: Float64Array;
}

const mostRounds = 1000;
const closeEnough = 1e-11;
/** Part of the way to the wanted price in the first rounds; less when the way gets no shorter, where answers are steep. */
const firstStep = 0.5;
const shorter = 0.7;
/** After so many rounds a gap that closes by less than a tenth a round counts as no shorter: prices swing about their answer. */
const patientRounds = 400;
const crawl = 0.9;

/**
 * Finds constants of crossings and goods that make the shares of crossings, of goods and of staying away exact, and prices
 * that are their owners' answer to the trade that results, with every crossing open: prices in the outer rounds, constants in
 * the inner ones, each from where the last round left them. Throws when it does not settle: a world that cannot be.
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
  weighIncomes(holdingsAtStart(spec), pact.cohesion, space.weights);
  const constants = { crossing: new Float64Array(network.crossings), goods: new Float64Array(network.goods) };
  const prices = new Float64Array(count).fill(0.3, 0, network.crossings);
  prices.fill(0.5 * terms.bypassCost, network.crossings);
  const fit = { spec, network, terms, potential, awayShare, market, constants };
  // Without trade there is nothing to fit, and no trade will follow.
  if (sum(potential) <= 0) return { constants, prices };
  let step = firstStep;
  let before = Infinity;
  for (let round = 0; round < mostRounds; round++) {
    fitConstants(fit, prices);
    const off = stepPrices(network, market, pact.conduct, prices, space, step);
    if (off < closeEnough) return { constants, prices };
    const crawls = round >= patientRounds && off > crawl * before;
    if (off >= before || crawls) step *= shorter;
    before = off;
  }
  throw new Error(`prices at the start of world ${spec.id} did not settle in ${mostRounds} rounds`);
}

interface Fit {
  readonly spec: WorldSpec;
  readonly network: Network;
  readonly terms: Terms;
  readonly potential: Float64Array;
  readonly awayShare: number;
  readonly market: Market;
  readonly constants: Constants;
}

/** Constants at fixed prices, by the contraction of Berry (1994); leaves demand solved at them. */
function fitConstants(fit: Fit, prices: Float64Array): void {
  for (let round = 0; round < mostRounds; round++) {
    solveMarket(fit.spec, fit.network, fit.terms, fit.constants, prices, fit.market);
    solveDemand(fit.network, fit.terms, fit.potential, fit.market);
    if (Math.max(stepCrossings(fit), stepGoods(fit)) < closeEnough) return;
  }
  throw new Error(`shares at the start of world ${fit.spec.id} did not settle in ${mostRounds} rounds`);
}

/**
 * One step of the contraction. Were all groups alike, ln(s_c/s_0) - (1 - lk) ln(s_c|k) would give the utility in one step
 * (Berry 1994, eq. 27); with groups that differ it closes most of the gap.
 */
function stepCrossings({ spec, network, terms, market, potential, awayShare, constants }: Fit): number {
  const total = sum(potential);
  const away = total - sum(market.demand.traffic.subarray(0, network.crossings));
  const nest = terms.nesting.crossing;
  let worst = 0;
  for (const members of network.crossingsOf) {
    const wantedInside =
      members.reduce((part, c) => part + spec.crossings[c].importShare, 0) * (1 - awayShare);
    const inside = members.reduce((part, c) => part + market.demand.traffic[c], 0) / total;
    const level = ln(wantedInside / awayShare) - ln(inside / (away / total));
    for (const c of members) {
      const { importShare } = spec.crossings[c];
      if (importShare <= 0) continue;
      const within =
        ln((importShare * (1 - awayShare)) / wantedInside) - ln(market.demand.traffic[c] / total / inside);
      constants.crossing[c] += level + nest * within;
      worst = Math.max(worst, Math.abs(level), Math.abs(within));
    }
  }
  return worst;
}

/** Goods constants are relative to the first class: the level of trade is with the crossings. */
function stepGoods(fit: Fit): number {
  const { goods } = fit.constants;
  const gaps = goods.map((_, g) => goodsGap(fit, g));
  let worst = 0;
  for (let g = 0; g < goods.length; g++) {
    goods[g] += gaps[g] - gaps[0];
    worst = Math.max(worst, Math.abs(gaps[g]));
  }
  return worst;
}

/** How far the log odds that class g trades stand from those wanted. */
function goodsGap({ network, market, potential, awayShare }: Fit, g: number): number {
  let all = 0;
  let away = 0;
  for (let d = 0; d < network.destinations; d++) {
    const group = g * network.destinations + d;
    all += potential[group];
    away += potential[group] * market.choice.awayShare[group];
  }
  return all === 0 ? 0 : ln((1 - awayShare) / awayShare) - ln((all - away) / away);
}

/** Moves prices toward what their owners want; returns the widest gap there was. */
function stepPrices(
  network: Network,
  market: Market,
  conduct: number,
  prices: Float64Array,
  space: ReturnType<typeof createPricingSpace>,
  step: number,
): number {
  const wanted = wantedPrices(network, market.demand, prices, conduct, space);
  let worst = 0;
  for (let n = 0; n < prices.length; n++) {
    const gap = wanted[n] - prices[n];
    prices[n] += step * gap;
    worst = Math.max(worst, Math.abs(gap));
  }
  return worst;
}
