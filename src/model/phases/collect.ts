import { apportion } from '../../engine/apportion.ts';
import { sum } from '../../engine/sum.ts';
import { toCents } from '../../engine/units.ts';
import {
  firstFaction,
  households,
  officials,
  type Purpose,
  purposeIndex,
  restOfWorld,
  tradingHouses,
  treasury,
} from '../accounts.ts';
import {
  channels,
  costOfSmuggling,
  declareChannel,
  fixerChannel,
  savingByFixer,
  smuggleChannel,
} from '../channels.ts';
import { coverage, pressure } from '../collection.ts';
import { baseOf, contestTakes, reachOn } from '../effort.ts';
import { shareOf } from '../holdings.ts';
import { pay } from '../ledger.ts';
import { contestLines } from '../lines.ts';
import { gateTerms } from '../market.ts';
import { disturbParts } from '../poaching.ts';
import type { World } from '../world.ts';

/** Phase 8a: what the month's trade pays at gates and posts, and what factions take on contested lines. */
export function collect(world: World, month: number): void {
  payDuty(world);
  collectAtPosts(world, 'customs', month);
  collectAtPosts(world, 'inland', month);
  collectSmuggling(world, month);
  for (const line of contestLines) collectContest(world, line, month);
}

/** Duty on declared goods in full, on fixed goods in part; nothing at an unofficial crossing. */
function payDuty(world: World): void {
  const { network, ledger } = world;
  for (let c = 0; c < network.crossings; c++) {
    for (let g = 0; g < network.goods; g++) {
      pay(ledger, tradingHouses, treasury, purposeIndex.duty, c, g, toCents(dutyPaid(world, g, c)));
    }
  }
}

/** Value of goods g that passed crossing c by a channel this month, USD. */
export function valuePassed(world: World, g: number, c: number, channel: number): number {
  const { trade, network, spec } = world;
  return (
    trade.consignments[(g * network.crossings + c) * channels.length + channel] * spec.goods[g].consignmentUsd
  );
}

/** Duty on goods g at crossing c that reaches the treasury this month, USD before rounding to cents. */
export function dutyPaid(world: World, g: number, c: number): number {
  const gate = gateTerms(world.network, world.terms, g, c);
  const declared = valuePassed(world, g, c, declareChannel) * gate.duty;
  return declared + valuePassed(world, g, c, fixerChannel) * gate.duty * gate.fixerDutyShare;
}

/** What fixers take at gate c, in all hands, USD: price times the saving on every fixed cargo. */
function fixerTake(world: World, c: number): number {
  const { network, terms, state } = world;
  let take = 0;
  for (let g = 0; g < network.goods; g++) {
    take += valuePassed(world, g, c, fixerChannel) * savingByFixer(gateTerms(network, terms, g, c));
  }
  return take * state.prices[c];
}

/** What is taken at inland post n, in all hands, USD; trucks that drive around pay nothing. */
function postTake(world: World, n: number): number {
  return world.trade.trafficUsd[n] * world.market.exposure.paying[n] * world.state.prices[n];
}

function collectAtPosts(world: World, line: 'customs' | 'inland', month: number): void {
  const { network, state, ledger, names } = world;
  const reach = reachOn(world, line, month);
  const isGate = line === 'customs';
  const [from, to] = isGate ? [0, network.crossings] : [network.crossings, network.crossings + network.posts];
  const weights = new Float64Array(network.factions + 1);
  const parts = new Float64Array(network.factions + 1);
  for (let n = from; n < to; n++) {
    const take = isGate ? fixerTake(world, n) : postTake(world, n);
    state.pool[n] = take;
    const covered = coverage(reach.reach, pressure(state.holdings, n, reach));
    for (let i = 0; i < network.factions; i++) weights[i] = shareOf(state.holdings, n, i) * covered;
    weights[network.factions] = 1 - state.holdings.held[n] * covered;
    disturbParts(world, n, weights, take, month);
    apportion(toCents(take), weights, parts);
    payParts(world, tradingHouses, line, n, parts);
    pay(
      ledger,
      tradingHouses,
      officials,
      purposeIndex[line],
      n,
      names.goods.length - 1,
      parts[network.factions],
    );
  }
}

/** Fees for smuggling around a gate; the factions' contest decides their part, and independents have the rest. */
function collectSmuggling(world: World, month: number): void {
  const { network, spec, terms, state, ledger, names } = world;
  let fees = 0;
  for (let g = 0; g < network.goods; g++) {
    const fee = costOfSmuggling(terms.smuggleBase, terms.smuggleVisible, spec.goods[g].concealability);
    for (let c = 0; c < network.crossings; c++) fees += valuePassed(world, g, c, smuggleChannel) * fee;
  }
  state.smugglePool = fees;
  const takes = contestTakes(world, 'goods', fees, month);
  const rest = Math.max(0, fees - sum(takes));
  const parts = new Float64Array(network.factions + 1);
  // Together factions can take no more than there is: apportion scales them down to the whole.
  if (fees > 0) apportion(toCents(fees), [...takes, rest], parts);
  const place = names.places.length - 1;
  payParts(world, tradingHouses, 'goods', place, parts);
  pay(
    ledger,
    tradingHouses,
    officials,
    purposeIndex.goods,
    place,
    names.goods.length - 1,
    parts[network.factions],
  );
}

const payers: Readonly<Record<(typeof contestLines)[number], number>> = {
  fuel: restOfWorld,
  contracts: treasury,
  extortion: households,
  ransom: households,
};

function collectContest(world: World, line: (typeof contestLines)[number], month: number): void {
  const takes = contestTakes(world, line, baseOf(world, line, month), month);
  payParts(world, payers[line], line, world.names.places.length - 1, takes.map(toCents));
}

function payParts(world: World, from: number, line: Purpose, place: number, cents: Float64Array): void {
  for (let i = 0; i < world.network.factions; i++) {
    pay(
      world.ledger,
      from,
      firstFaction + i,
      purposeIndex[line],
      place,
      world.names.goods.length - 1,
      cents[i],
    );
  }
}
