import { toCents } from '../../engine/units.ts';
import {
  firstFaction,
  households,
  patron,
  purposeIndex,
  restOfWorld,
  tradingHouses,
  treasury,
} from '../accounts.ts';
import { channels } from '../channels.ts';
import { pay } from '../ledger.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';
import { valuePassed } from './collect.ts';
import { embezzle, sellPosts } from './pay-elite.ts';
import { settledTrade } from './run-fronts.ts';

/** Phase 8c: houses pay for cargo and haulage and are paid by households; the state and the factions spend. */
export function spendBudget(world: World, month: number): void {
  payForCargo(world, month);
  sellGoods(world);
  sellPosts(world, month);
  spendState(world, month);
  for (let i = 0; i < world.network.factions; i++) spendFaction(world, i, month);
}

function nowhere(world: World): readonly [number, number] {
  return [world.names.places.length - 1, world.names.goods.length - 1];
}

/** What the cargo of all crossings costs this month, cents. */
export function cargoCents(world: World): number {
  let cents = 0;
  for (let c = 0; c < world.network.crossings; c++) cents += toCents(cargoAt(world, c));
  return cents;
}

function cargoAt(world: World, c: number): number {
  let value = 0;
  for (let g = 0; g < world.network.goods; g++) {
    for (let ch = 0; ch < channels.length; ch++) value += valuePassed(world, g, c, ch);
  }
  return value;
}

/** Cargo is paid abroad; the patron's part of barred trade is paid out of it, as far over the crossings as their cargo goes. */
function payForCargo(world: World, month: number): void {
  const { network, ledger, trade } = world;
  const [place, goods] = nowhere(world);
  let left = settledTrade(world, month);
  for (let c = 0; c < network.crossings; c++) {
    const cargo = toCents(cargoAt(world, c));
    const settled = Math.min(cargo, left);
    left -= settled;
    pay(ledger, tradingHouses, patron, purposeIndex['barred-trade'], c, goods, settled);
    pay(ledger, tradingHouses, restOfWorld, purposeIndex.cargo, c, goods, cargo - settled);
  }
  pay(ledger, tradingHouses, households, purposeIndex.haulage, place, goods, toCents(trade.haulageUsd));
}

/** Assumption: what a house pays on the way it passes on in full, so that in the end households pay for every gate. */
function sellGoods(world: World): void {
  const [place, goods] = nowhere(world);
  const cents = -change(world, tradingHouses);
  pay(world.ledger, households, tradingHouses, purposeIndex.sales, place, goods, cents);
}

/** Of what it spends, a part is embezzled. The state spends what it has left of the month's income; a deficit stays in its balance. */
function spendState(world: World, month: number): void {
  const [place, goods] = nowhere(world);
  const spending = Math.max(0, change(world, treasury));
  const left = spending - embezzle(world, spending, month);
  pay(world.ledger, treasury, households, purposeIndex['state-spending'], place, goods, left);
}

/** Wages of own-paid men as far as cash goes, then a share of what stands above the reserve. */
function spendFaction(world: World, i: number, month: number): void {
  const { ledger, parameters, state, start } = world;
  const [place, goods] = nowhere(world);
  const account = firstFaction + i;
  const cash = state.balances[account] + change(world, account);
  const owed = toCents(valueAt(parameters, 'men.wage', month) * state.ownFighters[i]);
  const paid = Math.max(0, Math.min(owed, cash));
  state.unpaid[i] = owed > 0 ? (owed - paid) / owed : 0;
  pay(ledger, account, households, purposeIndex.wages, place, goods, paid);
  const above = Math.max(0, cash - paid - toCents(start.reserve[i]));
  const spent = Math.floor(above * valueAt(parameters, 'men.spending_rate', month));
  pay(ledger, account, households, purposeIndex.spending, place, goods, spent);
}

/** What the month's payments so far add to an account, cents. */
function change(world: World, account: number): number {
  const { month } = world.ledger;
  let sum = 0;
  for (let row = 0; row < month.length; row++) {
    if (month.to[row] === account) sum += month.cents[row];
    if (month.from[row] === account) sum -= month.cents[row];
  }
  return sum;
}
