import { pow } from '../engine/maths.ts';
import { type ParameterValues, valueAt } from './parameter-values.ts';

/** What a later month needs of the window, and what is recorded of it. */
export interface DollarState {
  /** pi of the last month. */
  premium: number;
  /** Premium of the last three months at `month mod 3`. */
  readonly premiumPast: Float64Array;
  /** Bought at the window on false papers last month, USD. */
  fraud: number;
  /** Brought to the street by cards last month, USD. */
  cards: number;
  /** Honest transfers refused last month, USD. */
  refused: number;
  /** Rent of last month that brokers and factions contest, USD. */
  pool: number;
}

/** A window before its first month. */
export function createDollarState(): DollarState {
  return { premium: 0, premiumPast: new Float64Array(cardMonths), fraud: 0, cards: 0, refused: 0, pool: 0 };
}

/** Months of a high premium before cards open: a quarter. */
export const cardMonths = 3;

/** A month of the window and the street, USD a month; shares and premiums as shares of the official price. */
export interface WindowTerms {
  /** What the window sells: transfers and banknotes. */
  readonly sales: number;
  readonly shipments: number;
  /** Fmax. */
  readonly mostFraud: number;
  /** fee + x f. */
  readonly fraudCost: number;
  readonly fraudWidth: number;
  readonly barred: number;
  readonly flight: number;
  readonly informal: number;
  /** Honest demand that the window refuses or has no banknotes for. */
  readonly refused: number;
  /** S0. */
  readonly otherSupply: number;
  readonly elasticity: number;
}

/** The terms of a month; all 0 but the elasticity where the window is off. */
export function windowTerms(parameters: ParameterValues, month: number): WindowTerms {
  const value = (name: string) => valueAt(parameters, name, month);
  const on = value('dollars.enabled') > 0 ? 1 / 12 : 0;
  const shipments = on * value('us.dollar_shipments');
  const wires = on * value('dollars.wire_sales');
  const strictness = value('dollars.strictness');
  const withoutCash = Math.max(0, on * value('dollars.cash_demand') - shipments);
  return {
    sales: wires + shipments,
    shipments,
    mostFraud: value('dollars.fraud_ceiling') * (wires + shipments),
    fraudCost: value('dollars.fraud_fee') + strictness * value('dollars.strictness_cost'),
    fraudWidth: value('dollars.fraud_width'),
    barred: on * value('dollars.barred_trade'),
    flight: on * value('dollars.flight'),
    informal: on * value('dollars.informal'),
    refused: value('dollars.refused_share') * strictness * wires + withoutCash,
    otherSupply: on * value('dollars.other_supply'),
    elasticity: value('dollars.demand_elasticity'),
  };
}

/** F(pi) = Fmax clip((pi - fee - x f) / width, 0, 1): what is bought on false papers, USD a month. */
export function fraudAt(terms: WindowTerms, premium: number): number {
  const pays = (premium - terms.fraudCost) / terms.fraudWidth;
  return terms.mostFraud * Math.min(1, Math.max(0, pays));
}

/** D at a premium of 0, USD a month. */
export function streetNeed(terms: WindowTerms): number {
  return terms.barred + terms.flight + terms.informal + terms.refused;
}

/** A street that would have to pay more than this premium goes without. */
const mostPremium = 4;

/**
 * The premium at which S0 + cards + F(pi) = D (1 + pi)^-eps, at least 0 and at most 4. What the street lacks falls with the
 * premium, so halving the interval finds it.
 */
export function findPremium(terms: WindowTerms, cards: number): number {
  const need = streetNeed(terms);
  const lacks = (premium: number) =>
    need * pow(1 + premium, -terms.elasticity) - terms.otherSupply - cards - fraudAt(terms, premium);
  if (lacks(0) <= 0) return 0;
  let low = 0;
  let high = mostPremium;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (lacks(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

/** What cards bring, USD a month: their cap after three months at or above the premium at which they pay, else nothing. */
export function cardSupply(parameters: ParameterValues, past: Float64Array, month: number): number {
  if (valueAt(parameters, 'dollars.enabled', month) === 0) return 0;
  const threshold = valueAt(parameters, 'dollars.cards_premium', month);
  if (past.some((premium) => premium < threshold)) return 0;
  return valueAt(parameters, 'dollars.cards_cap', month) / 12;
}

/** Clears the window of a month: the premium, and what follows from it, written to `state`. */
export function clearWindow(
  state: DollarState,
  terms: WindowTerms,
  parameters: ParameterValues,
  month: number,
): void {
  state.cards = cardSupply(parameters, state.premiumPast, month);
  state.premium = findPremium(terms, state.cards);
  state.fraud = Math.min(terms.sales, fraudAt(terms, state.premium));
  state.refused = terms.refused;
  state.pool = rentOf(state) * (1 - valueAt(parameters, 'dollars.owner_share', month));
  state.premiumPast[month % cardMonths] = state.premium;
}

/** The gap earned on what was bought at the official price and sold on the street: (F + cards) pi, USD. */
export function rentOf(state: DollarState): number {
  return (state.fraud + state.cards) * state.premium;
}
