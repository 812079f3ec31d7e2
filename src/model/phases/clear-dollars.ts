import { apportion } from '../../engine/apportion.ts';
import { toCents } from '../../engine/units.ts';
import {
  banks,
  centralBank,
  elite,
  firstFaction,
  households,
  officials,
  type Purpose,
  purposeIndex,
  restOfWorld,
  tradingHouses,
  treasury,
  unitedStates,
} from '../accounts.ts';
import { clearWindow, rentOf, streetNeed, type WindowTerms, windowTerms } from '../dollar-window.ts';
import { contestTakes } from '../effort.ts';
import { pay } from '../ledger.ts';
import type { World } from '../world.ts';
import { cargoCents } from './spend-budget.ts';

/**
 * Phase 8b: the window sells the state's dollars at the official price; what leaves it on false papers is sold on the street at a
 * premium, and the gap is the rent of bank owners, brokers and factions (Bhagwati 1982; Krueger 1974).
 */
export function clearDollars(world: World, month: number): void {
  const { state, parameters } = world;
  const terms = windowTerms(parameters, month);
  clearWindow(state.dollars, terms, parameters, month);
  sellDollars(world, terms);
  payRent(world, month);
}

/**
 * Dollars leave the state's account abroad as banknotes or transfers and come home as dinars of the same worth at the official
 * price, so the state neither gains nor loses. Importers have what they buy up to the month's cargo; flight goes abroad.
 */
function sellDollars(world: World, terms: WindowTerms): void {
  const shipped = toCents(terms.shipments);
  const sold = Math.max(shipped, toCents(terms.sales));
  note(world, treasury, unitedStates, 'fed-account', shipped);
  note(world, unitedStates, centralBank, 'shipment', shipped);
  note(world, treasury, centralBank, 'window', sold - shipped);
  note(world, centralBank, banks, 'window', sold);
  const street = Math.min(sold, toCents(world.state.dollars.fraud));
  const need = streetNeed(terms);
  const flight = need > 0 ? Math.floor(street * (terms.flight / need)) : 0;
  const informal = need > 0 ? Math.floor(street * (terms.informal / need)) : 0;
  const importers = Math.min(sold - flight - informal, cargoCents(world));
  note(world, banks, restOfWorld, 'flight', flight);
  note(world, banks, tradingHouses, 'window', importers);
  note(world, banks, households, 'window', sold - flight - importers);
  note(world, households, treasury, 'dinars', sold);
}

/**
 * Rent, paid by the traders who buy on the street: a fixed part to the banks' owners, the rest contested among factions with brokers
 * outside them. Together factions can have no more than the rest.
 */
function payRent(world: World, month: number): void {
  const { dollars } = world.state;
  const rent = toCents(rentOf(dollars));
  const contested = Math.min(rent, toCents(dollars.pool));
  note(world, tradingHouses, banks, 'dollars', rent - contested);
  note(world, banks, elite, 'dollars', rent - contested);
  if (contested === 0) return;
  const takes = contestTakes(world, 'dollars', dollars.pool, month);
  const taken = takes.reduce((sum, take) => sum + take, 0);
  const parts = new Float64Array(takes.length + 1);
  apportion(contested, [...takes, Math.max(0, dollars.pool - taken)], parts);
  for (let i = 0; i < takes.length; i++) note(world, tradingHouses, firstFaction + i, 'dollars', parts[i]);
  note(world, tradingHouses, officials, 'dollars', parts[takes.length]);
}

function note(world: World, from: number, to: number, purpose: Purpose, cents: number): void {
  const { ledger, names } = world;
  pay(ledger, from, to, purposeIndex[purpose], names.places.length - 1, names.goods.length - 1, cents);
}
