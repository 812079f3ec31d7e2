import { drawMultinomial } from '../../engine/draws.ts';
import { openStream } from '../../engine/streams.ts';
import { channels } from '../channels.ts';
import { moveHabit } from '../habit.ts';
import { solveMarket } from '../market.ts';
import { valueAt } from '../parameter-values.ts';
import { wholeConsignments } from '../potential.ts';
import type { World } from '../world.ts';

const width = channels.length;

/**
 * Phase 6: trading houses choose at the new prices. Habit moves part of the way to the best choice, and each group's
 * consignments are drawn from it at once: a sum of alike multinomials is a multinomial.
 */
export function routeTrade(world: World, month: number): void {
  const { spec, network, market, state, terms, start, trade } = world;
  solveMarket(spec, network, terms, start.constants, state.prices, market);
  trade.consignments.fill(0);
  trade.trucks.fill(0);
  trade.trafficUsd.fill(0);
  trade.haulageUsd = 0;
  trade.balance.brought.fill(0);
  const consignments = wholeConsignments(world, month);
  const speed = valueAt(world.parameters, 'trade.choice_speed', month);
  for (let group = 0; group < network.goods * network.destinations; group++) {
    moveHabit({ network, terms, choice: market.choice, speed }, state.habit, group);
    if (consignments[group] > 0) drawGroup(world, group, consignments[group], month);
  }
}

function drawGroup(world: World, group: number, consignments: number, month: number): void {
  const { network, state, trade, runKey } = world;
  const options = network.crossings * width;
  const first = group * options;
  let trading = 0;
  for (let at = 0; at < options; at++) {
    trade.weights[at] = state.habit[first + at];
    trading += trade.weights[at];
  }
  trade.weights[options] = Math.max(0, 1 - trading);
  drawMultinomial(
    openStream(runKey, 'trade', month, group),
    consignments,
    trade.weights,
    0,
    options + 1,
    trade.drawn,
  );
  trade.balance.brought[Math.floor(group / network.destinations)] += consignments - trade.drawn[options];
  for (let c = 0; c < network.crossings; c++) countRoute(world, group, c);
}

function countRoute(world: World, group: number, c: number): void {
  const { network, spec, trade, terms } = world;
  const { destinations, crossings } = network;
  const g = Math.floor(group / destinations);
  const route = c * destinations + (group % destinations);
  let trucks = 0;
  for (let ch = 0; ch < width; ch++) {
    const drawn = trade.drawn[c * width + ch];
    trade.consignments[(g * crossings + c) * width + ch] += drawn;
    trucks += drawn;
  }
  if (trucks === 0) return;
  const value = trucks * spec.goods[g].consignmentUsd;
  trade.haulageUsd += value * terms.haulPerKm * network.distanceKm[route];
  trade.trucks[c] += trucks;
  trade.trafficUsd[c] += value;
  for (const n of network.postsOn[route]) {
    if (terms.open[n] <= 0) continue;
    trade.trucks[n] += trucks;
    trade.trafficUsd[n] += value;
  }
}
