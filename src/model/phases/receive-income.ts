import { apportion } from '../../engine/apportion.ts';
import { toCents } from '../../engine/units.ts';
import {
  firstFaction,
  households,
  officials,
  patron,
  purposeIndex,
  restOfWorld,
  treasury,
} from '../accounts.ts';
import { incomeBack } from '../flows-back.ts';
import { pay } from '../ledger.ts';
import { valueAt } from '../parameter-values.ts';
import { patronIndex, transferLevel, transferShares } from '../patron.ts';
import type { World } from '../world.ts';

/** Phase 2: oil income of the state, the patron's transfers, the registered payroll. */
export function receiveIncome(world: World, month: number): void {
  receiveOil(world, month);
  receiveTransfers(world, month);
  receivePayroll(world, month);
}

function noPlace(world: World): number {
  return world.names.places.length - 1;
}

function noGoods(world: World): number {
  return world.names.goods.length - 1;
}

function receiveOil(world: World, month: number): void {
  const cents = toCents(valueAt(world.parameters, 'government.oil_income', month) / 12);
  pay(world.ledger, restOfWorld, treasury, purposeIndex.oil, noPlace(world), noGoods(world), cents);
}

/** transfer_i = patron.transfer * (6-month mean of Y/Y0)^eta * open * share_i, split to the cent. */
function receiveTransfers(world: World, month: number): void {
  const { parameters, state, ledger } = world;
  state.patronIncomePast[month % state.patronIncomePast.length] = Math.max(
    0,
    patronIndex(parameters, month) + incomeBack(world, month),
  );
  const level = transferLevel(parameters, state.patronIncomePast, month);
  const total = toCents(valueAt(parameters, 'patron.transfer', month) * level);
  const shares = transferShares(world.spec);
  if (!shares.some((share) => share > 0)) return;
  const parts = new Float64Array(shares.length);
  apportion(total, shares, parts);
  parts.forEach((cents, i) => {
    pay(ledger, patron, firstFaction + i, purposeIndex.patron, noPlace(world), noGoods(world), cents);
  });
}

/** Factions keep a share of the payroll of their registered men; the rest reaches the men. */
function receivePayroll(world: World, month: number): void {
  const { parameters, spec, ledger } = world;
  const budget = toCents(valueAt(parameters, 'payroll.budget', month) / 12);
  const kept = Math.min(budget, toCents((budget / 100) * valueAt(parameters, 'payroll.kept_share', month)));
  const shares = spec.factions.map((faction) => faction.registeredShare);
  const others = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
  const parts = new Float64Array(shares.length + 1);
  apportion(kept, [...shares, others], parts);
  for (let i = 0; i < shares.length; i++) {
    pay(ledger, treasury, firstFaction + i, purposeIndex.payroll, noPlace(world), noGoods(world), parts[i]);
  }
  pay(
    ledger,
    treasury,
    officials,
    purposeIndex.payroll,
    noPlace(world),
    noGoods(world),
    parts[shares.length],
  );
  pay(
    ledger,
    treasury,
    households,
    purposeIndex['state-wages'],
    noPlace(world),
    noGoods(world),
    budget - kept,
  );
}
