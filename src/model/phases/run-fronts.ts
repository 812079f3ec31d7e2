import { apportion } from '../../engine/apportion.ts';
import { openStream } from '../../engine/streams.ts';
import { toCents } from '../../engine/units.ts';
import {
  elite,
  firstFaction,
  fronts,
  type Purpose,
  patron,
  purposeIndex,
  restOfWorld,
  unitedStates,
} from '../accounts.ts';
import { contestTakes } from '../effort.ts';
import { noteEvent } from '../event.ts';
import { flowsBack } from '../flows-back.ts';
import { chanceAt, customersOf, entryPays, frontMarket, frontSlots, hazardOf } from '../fronts.ts';
import { pay } from '../ledger.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** Customers that a front begins with. Assumption. */
const newcomer = 0.3;
/** Longest time between two names, months. */
const longestAway = 6;

/** Phase 8c: fronts sell, are designated, come back under other names; what the patron earns in the country is counted. */
export function runFronts(world: World, month: number): void {
  const { state, parameters } = world;
  const back = flowsBack(world, month);
  let earned = 0;
  if (valueAt(parameters, 'fronts.enabled', month) > 0) {
    returnFronts(world, month);
    earned = sellFuel(world, month);
    designateFronts(world, month);
    enterFront(world, month);
  }
  const fuel = toCents(back.fuel);
  note(world, restOfWorld, patron, 'fuel', fuel);
  const trade = settledTrade(world, month);
  state.flowsBack = (fuel + trade + earned) / 100;
}

/** Barred trade that is the patron's part, cents; no more than the month's cargo, out of which it is paid. */
export function settledTrade(world: World, month: number): number {
  let cargo = 0;
  for (let n = 0; n < world.network.crossings; n++) cargo += Math.floor(world.trade.trafficUsd[n]) * 100;
  return Math.min(cargo, toCents(flowsBack(world, month).trade));
}

function returnFronts(world: World, month: number): void {
  const { customers, returnsIn, keeps } = world.state.fronts;
  const growth = valueAt(world.parameters, 'fronts.growth', month);
  for (let k = 0; k < frontSlots; k++) {
    if (customers[k] > 0) customers[k] += growth * (1 - customers[k]);
    if (returnsIn[k] === 0) continue;
    returnsIn[k] -= 1;
    if (returnsIn[k] > 0) continue;
    customers[k] = Math.max(0.01, keeps[k]);
    noteEvent(world, month, { type: 'front-reborn', note: 'under another name' });
  }
}

/** Sales of the month and who has what of them; returns what the patron got, cents. */
function sellFuel(world: World, month: number): number {
  const { state, parameters, start } = world;
  const { bases, others } = frontMarket(parameters, month);
  const all = customersOf(state.fronts);
  const served = start.fronts > 0 ? Math.min(1, all / start.fronts) : 0;
  const toBases = toCents(bases * served);
  const sales = toBases + toCents(others * served);
  const demand = toCents(valueAt(parameters, 'us.base_fuel_demand', month) / 12);
  state.fronts.baseFuel = toBases / 100;
  fuelBases(world, fronts, toBases);
  fuelBases(world, restOfWorld, Math.max(0, demand - toBases));
  note(world, restOfWorld, fronts, 'fuel', sales - toBases);
  const margin = Math.floor(sales * valueAt(parameters, 'fronts.margin', month));
  const isBack = valueAt(parameters, 'patron.flows_back', month);
  const patrons = Math.floor((sales - margin) * valueAt(parameters, 'fronts.patron_share', month) * isBack);
  note(world, fronts, patron, 'fuel', patrons);
  note(world, fronts, restOfWorld, 'fuel', sales - margin - patrons);
  shareMargin(world, margin, sales, month);
  return patrons;
}

/** Pays for the fuel of all bases, each its share at its place. */
function fuelBases({ spec, network, ledger, names }: World, to: number, cents: number): void {
  const shares = spec.bases.map((base) => base.fuelShare);
  const first = network.crossings + network.posts;
  // On a map without bases fuel is bought at no place, the last of the places.
  const parts = new Float64Array(Math.max(1, shares.length));
  apportion(cents, shares.length > 0 ? shares : [1], parts);
  for (let b = 0; b < parts.length; b++)
    pay(ledger, unitedStates, to, purposeIndex['base-fuel'], first + b, names.goods.length - 1, parts[b]);
}

/** Factions have a part as contracts, each front fills its stock, and what is left is split between the elite and owners abroad. */
function shareMargin(world: World, margin: number, sales: number, month: number): void {
  const { parameters, state } = world;
  const { customers, stock } = state.fronts;
  let left = margin - payFactions(world, margin, month);
  const all = customersOf(state.fronts);
  const wanted = sales * valueAt(parameters, 'fronts.stock_months', month);
  for (let k = 0; k < frontSlots && all > 0; k++) {
    const fills = Math.min(left, Math.max(0, Math.floor((wanted * customers[k]) / all) - stock[k]));
    stock[k] += fills;
    left -= fills;
  }
  const elites = Math.floor(left * valueAt(parameters, 'fronts.elite_share', month));
  note(world, fronts, elite, 'fuel', elites);
  note(world, fronts, restOfWorld, 'fuel', left - elites);
}

function payFactions(world: World, margin: number, month: number): number {
  const pool = Math.floor(margin * valueAt(world.parameters, 'fronts.faction_share', month));
  return payContracts(world, fronts, pool, month);
}

/** Pays factions what they win of a pool of contracts, cents, and returns it; together never more than the pool. */
export function payContracts(world: World, from: number, pool: number, month: number): number {
  const takes = contestTakes(world, 'contracts', pool, month);
  const won = takes.reduce((sum, take) => sum + take, 0);
  if (pool === 0 || won === 0) return 0;
  const parts = new Float64Array(takes.length + 1);
  apportion(pool, [...takes, Math.max(0, pool - won)], parts);
  for (let i = 0; i < takes.length; i++) note(world, from, firstFaction + i, 'contracts', parts[i]);
  return pool - parts[takes.length];
}

/** Each front's chance grows with its share of the market, attention and the press; its stock is frozen and it goes away for a while. */
function designateFronts(world: World, month: number): void {
  const { state, parameters, runKey, start } = world;
  const { customers, returnsIn, keeps, stock } = state.fronts;
  const all = Math.max(start.fronts, customersOf(state.fronts));
  const { press } = state.fronts;
  state.fronts.press *= 1 - valueAt(parameters, 'fronts.press_fading', month);
  state.fronts.designated = 0;
  state.fronts.frozen = 0;
  for (let k = 0; k < frontSlots; k++) {
    if (customers[k] === 0) continue;
    const share = customers[k] / all;
    const exposed = openStream(runKey, 'front-press', month, k).next();
    if (exposed < valueAt(parameters, 'fronts.press_chance', month) * share)
      state.fronts.press += valueAt(parameters, 'fronts.press_attention', month);
    const chance = chanceAt(hazardOf(parameters, month, share, press));
    if (openStream(runKey, 'front-designation', month, k).next() >= chance) continue;
    returnsIn[k] = 1 + Math.floor(longestAway * openStream(runKey, 'front-rebirth', month, k).next());
    keeps[k] = customers[k] * valueAt(parameters, 'fronts.customers_kept', month);
    customers[k] = 0;
    note(world, fronts, unitedStates, 'frozen', stock[k]);
    noteEvent(world, month, {
      type: 'front-designated',
      amountUsd: stock[k] / 100,
      note: `back in ${returnsIn[k]} months`,
    });
    state.fronts.designated += 1;
    state.fronts.frozen += stock[k] / 100;
    stock[k] = 0;
  }
}

function enterFront(world: World, month: number): void {
  const { customers, returnsIn, press } = world.state.fronts;
  const coming = world.state.fronts.keeps.reduce((sum, keeps, k) => sum + (returnsIn[k] > 0 ? keeps : 0), 0);
  if (!entryPays(world.parameters, month, customersOf(world.state.fronts) + coming, press)) return;
  const free = customers.findIndex((held, k) => held === 0 && returnsIn[k] === 0);
  if (free < 0) return;
  customers[free] = newcomer;
  noteEvent(world, month, { type: 'front-born' });
}

function note(world: World, from: number, to: number, purpose: Purpose, cents: number): void {
  const { ledger, names } = world;
  pay(ledger, from, to, purposeIndex[purpose], names.places.length - 1, names.goods.length - 1, cents);
}
