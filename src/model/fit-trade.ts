import { channels, costOfSmuggling, smuggleChannel } from './channels.ts';
import { fitStart } from './fit-constants.ts';
import { solveDemand, solveMarket } from './market.ts';
import { valueAt } from './parameter-values.ts';
import { potentialOf } from './potential.ts';
import { drawHouses, groupHouses } from './trading-house.ts';
import type { StartDraft, World } from './world.ts';

/** Draws the houses of a run, fits constants and prices to the world's shares, and fills habit and last month's pools as expected. */
export function fitTrade(world: World): void {
  const { spec, network, parameters, market, state, terms, runKey } = world;
  const start = world.start as StartDraft;
  const month = world.experiment.timeline.firstMonth;
  const value = (name: string) => valueAt(parameters, name, month);
  const away = value('trade.no_trade_share');
  const potentialUsd = value('trade.imports') / 12 / (1 - away);
  const houses = drawHouses(spec, runKey, value('houses.count'), value('houses.size_spread'), potentialUsd);
  start.consignments = groupHouses(houses, network.goods, network.destinations);
  const potential = potentialOf(world, month);
  const pact = { cohesion: value('pact.cohesion'), conduct: value('pact.gate_conduct') };
  const fitted = fitStart(spec, network, terms, potential, away, pact, market);
  start.constants = fitted.constants;
  state.prices.set(fitted.prices);
  solveMarket(spec, network, terms, fitted.constants, fitted.prices, market);
  solveDemand(network, terms, potential, market);
  setHabit(world);
  for (let n = 0; n < fitted.prices.length; n++) state.pool[n] = fitted.prices[n] * market.demand.quantity[n];
  state.smugglePool = expectedSmuggleFees(world, potential);
}

/** Habit at the start is the best choice. */
function setHabit(world: World): void {
  const { network, market, state } = world;
  const { crossings, destinations, goods } = network;
  const width = channels.length;
  for (let g = 0; g < goods; g++) {
    for (let d = 0; d < destinations; d++) {
      for (let c = 0; c < crossings; c++) {
        const route = (g * destinations + d) * crossings + c;
        const gate = (g * crossings + c) * width;
        for (let ch = 0; ch < width; ch++) {
          state.habit[route * width + ch] =
            market.choice.routeShare[route] * market.choice.channelShare[gate + ch];
        }
      }
    }
  }
}

function expectedSmuggleFees(world: World, potential: Float64Array): number {
  const { network, state, terms, spec } = world;
  const { crossings, destinations, goods } = network;
  let fees = 0;
  for (let g = 0; g < goods; g++) {
    const fee = costOfSmuggling(terms.smuggleBase, terms.smuggleVisible, spec.goods[g].concealability);
    for (let d = 0; d < destinations; d++) {
      const group = g * destinations + d;
      for (let c = 0; c < crossings; c++) {
        fees +=
          potential[group] * state.habit[(group * crossings + c) * channels.length + smuggleChannel] * fee;
      }
    }
  }
  return fees;
}
