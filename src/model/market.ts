import { ln } from '../engine/maths.ts';
import {
  channels,
  costOfDeclaring,
  costOfFixer,
  costOfSmuggling,
  declareChannel,
  fixerChannel,
  type GateTerms,
  inlandCost,
  payingShare,
  payingSlope,
  savingByFixer,
  smuggleChannel,
} from './channels.ts';
import { type Choice, createChoice, type Nesting, solveChoice } from './choice.ts';
import { createDemand, type Exposure, type MeasuredDemand, measureDemand } from './demand.ts';
import { isEnforced } from './enforcement.ts';
import type { Network } from './network.ts';
import { entityValues, type ParameterValues, valueAt } from './parameter-values.ts';
import { priceGaps } from './price-gap.ts';
import { clearanceDays, fixerDutyShare, readReform } from './reform.ts';
import type { WorldSpec } from './world-spec.ts';

/** The month's terms of trade at every gate and post: what parameters say, before prices. */
export interface Terms {
  readonly sensitivity: number;
  readonly nesting: Nesting;
  readonly smuggleBase: number;
  readonly smuggleVisible: number;
  readonly haulPerKm: number;
  readonly fixerDays: number;
  readonly fixerDutyShare: number;
  /** Fear of the fixer channel at each crossing: p*f, share of cargo value. */
  readonly penalty: Float64Array;
  /** What smuggling around each crossing costs beyond the start: more risk, less a wider price gap. */
  readonly smuggleShift: Float64Array;
  readonly bypassCost: number;
  readonly bypassSpread: number;
  readonly duty: Float64Array;
  readonly delayCost: Float64Array;
  readonly legalDays: Float64Array;
  readonly extraCost: Float64Array;
  /** 0 closed to 1 open, crossings then posts. */
  readonly open: Float64Array;
}

/** Scratch and results of one evaluation of demand; made once for a run. */
export interface Market {
  readonly choice: Choice;
  readonly inclusive: Float64Array;
  readonly exposure: Exposure;
  readonly demand: MeasuredDemand;
}

/** Constants of crossings and goods that make shares exact at the start (Berry 1994). */
export interface Constants {
  readonly crossing: Float64Array;
  readonly goods: Float64Array;
}

/** Room for the choice and demand of one map. */
export function createMarket(network: Network): Market {
  const prices = network.crossings + network.posts;
  return {
    choice: createChoice(network),
    inclusive: new Float64Array(network.goods * network.crossings),
    exposure: {
      saving: new Float64Array(network.goods * network.crossings),
      paying: new Float64Array(prices).fill(1),
      payingSlope: new Float64Array(prices),
    },
    demand: createDemand(prices),
  };
}

/** Reads a month's terms from the parameters. */
export function readTerms(spec: WorldSpec, parameters: ParameterValues, month: number): Terms {
  const value = (name: string) => valueAt(parameters, name, month);
  const list = (kind: string, entities: readonly { id: string }[], attribute: string) => {
    const out = new Float64Array(entities.length);
    const ids = entities.map((entity) => entity.id);
    entityValues(parameters, kind, ids, attribute, month, out);
    return out;
  };
  const reform = readReform(parameters, month);
  const risk = cargoRisk(parameters, month);
  const automatedDays = list('crossings', spec.crossings, 'automated_days');
  const borders = spec.crossings.map(({ neighbourId }) => value(`neighbours.${neighbourId}.border_open`));
  return {
    sensitivity: value('trade.price_sensitivity'),
    nesting: { channel: value('trade.channel_nest'), crossing: value('trade.crossing_nest') },
    smuggleBase: value('trade.smuggle_cost_base'),
    smuggleVisible: value('trade.smuggle_cost_visible'),
    haulPerKm: value('trade.haul_per_km'),
    fixerDays: value('customs.fixer_days'),
    fixerDutyShare: fixerDutyShare(parameters, month, reform),
    penalty: fearWithoutNews(spec, parameters, month),
    smuggleShift: gapShift(spec, parameters, month),
    // War makes the way around a post dearer, so a post can ask more.
    bypassCost: Math.min(
      0.5,
      value('posts.bypass_cost') * (1 + value('force.war') * value('force.war_tolls')),
    ),
    bypassSpread: value('posts.bypass_spread'),
    duty: list('goods', spec.goods, 'duty'),
    delayCost: list('goods', spec.goods, 'delay_cost'),
    legalDays: list('crossings', spec.crossings, 'clearance_days').map((days, c) =>
      clearanceDays(days, automatedDays[c], reform.automation),
    ),
    extraCost: list('crossings', spec.crossings, 'extra_cost').map((cost) => cost + risk),
    open: Float64Array.from([
      ...list('crossings', spec.crossings, 'open').map((open, c) => open * borders[c]),
      ...list('posts', spec.posts, 'open'),
    ]),
  };
}

/** Chance that a consignment is lost on the way to its buyer, which houses weigh as a cost of every route: none in peace. */
export function cargoRisk(parameters: ParameterValues, month: number): number {
  return valueAt(parameters, 'force.war', month) * valueAt(parameters, 'force.war_cargo_lost', month);
}

/** The expected penalty before anyone learns from detection; less at an unofficial crossing, which patrols reach less. */
function fearWithoutNews(spec: WorldSpec, parameters: ParameterValues, month: number): Float64Array {
  const fear = valueAt(parameters, 'customs.fixer_penalty', month);
  const reach = isEnforced(parameters, month)
    ? valueAt(parameters, 'enforcement.unofficial_reach', month)
    : 1;
  return Float64Array.from(spec.crossings, ({ kind }) => fear * (kind === 'unofficial' ? reach : 1));
}

/** By how much less than at the start smuggled goods cost at each crossing's neighbour, negative where they are cheaper. */
function gapShift(spec: WorldSpec, parameters: ParameterValues, month: number): Float64Array {
  const before = priceGaps(spec, parameters, parameters.timeline.firstMonth);
  const now = priceGaps(spec, parameters, month);
  return Float64Array.from(spec.crossings, ({ neighbourId }) => {
    const at = spec.neighbours.findIndex(({ id }) => id === neighbourId);
    return before[at] - now[at];
  });
}

/** What a fixer saves for goods g at crossing c; at an unofficial crossing no duty at all is paid. */
export function gateTerms(network: Network, terms: Terms, g: number, c: number): GateTerms {
  return {
    duty: terms.duty[g],
    delayCost: terms.delayCost[g],
    legalDays: terms.legalDays[c],
    fixerDays: terms.fixerDays,
    fixerDutyShare: network.unofficial[c] === 1 ? 0 : terms.fixerDutyShare,
    penalty: terms.penalty[c],
  };
}

/** Solves what every group of houses chooses at `prices`, into `market.choice` and `market.exposure`. */
export function solveMarket(
  spec: WorldSpec,
  network: Network,
  terms: Terms,
  constants: Constants,
  prices: Float64Array,
  market: Market,
): void {
  setExposure(network, terms, prices, market.exposure);
  setChannelUtility(spec, network, terms, constants, prices, market.choice);
  setRouteUtility(network, terms, constants, prices, market.choice);
  solveChoice(network, market.choice, terms.nesting, market.inclusive);
}

/** Traffic, exposed quantities and their derivatives at the solved choice, into `market.demand`. */
export function solveDemand(network: Network, terms: Terms, potential: Float64Array, market: Market): void {
  const { choice, exposure, demand } = market;
  const { sensitivity, nesting } = terms;
  measureDemand({ network, choice, exposure, sensitivity, nesting }, potential, demand);
}

function setExposure(network: Network, terms: Terms, prices: Float64Array, exposure: Exposure): void {
  for (let g = 0; g < network.goods; g++) {
    for (let c = 0; c < network.crossings; c++) {
      exposure.saving[g * network.crossings + c] = savingByFixer(gateTerms(network, terms, g, c));
    }
  }
  for (let n = network.crossings; n < prices.length; n++) {
    const stands = terms.open[n] > 0;
    exposure.paying[n] = stands ? payingShare(prices[n], terms.bypassCost, terms.bypassSpread) : 0;
    exposure.payingSlope[n] = stands ? payingSlope(prices[n], terms.bypassCost, terms.bypassSpread) : 0;
  }
}

function setChannelUtility(
  spec: WorldSpec,
  network: Network,
  terms: Terms,
  constants: Constants,
  prices: Float64Array,
  choice: Choice,
): void {
  const { channelUtility } = choice;
  for (let g = 0; g < network.goods; g++) {
    const smuggle = costOfSmuggling(terms.smuggleBase, terms.smuggleVisible, spec.goods[g].concealability);
    for (let c = 0; c < network.crossings; c++) {
      const gate = gateTerms(network, terms, g, c);
      const at = (g * network.crossings + c) * channels.length;
      const constant = constants.goods[g];
      const declared = constant - terms.sensitivity * costOfDeclaring(gate);
      channelUtility[at + declareChannel] = network.unofficial[c] === 1 ? -Infinity : declared;
      channelUtility[at + fixerChannel] = constant - terms.sensitivity * costOfFixer(gate, prices[c]);
      channelUtility[at + smuggleChannel] =
        constant - terms.sensitivity * Math.max(0, smuggle + terms.smuggleShift[c]);
    }
  }
}

function setRouteUtility(
  network: Network,
  terms: Terms,
  constants: Constants,
  prices: Float64Array,
  choice: Choice,
): void {
  for (let c = 0; c < network.crossings; c++) {
    // Half-open is worth lk ln(1/2): the crossing then draws half as much within its corridor.
    const openness = terms.open[c] > 0 ? terms.nesting.crossing * ln(terms.open[c]) : -Infinity;
    for (let d = 0; d < network.destinations; d++) {
      const route = c * network.destinations + d;
      let cost = terms.extraCost[c] + terms.haulPerKm * network.distanceKm[route];
      for (const n of network.postsOn[route]) {
        if (terms.open[n] > 0) cost += inlandCost(prices[n], terms.bypassCost, terms.bypassSpread);
      }
      choice.routeUtility[route] = constants.crossing[c] + openness - terms.sensitivity * cost;
    }
  }
}
