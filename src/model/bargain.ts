import { pow } from '../engine/maths.ts';
import { sum } from '../engine/sum.ts';
import { shapleyShares } from './shapley.ts';

/** Rules of division, by the code of `pact.division`. */
export const divisions = ['nash', 'shapley', 'proportional', 'status-quo'] as const;
/** Name of a rule of division. */
export type Division = (typeof divisions)[number];

/** What a war over posts would be like, in the eyes of those who talk. */
export interface WarTerms {
  /** mK: how decisive capacity is. */
  readonly contestExponent: number;
  /** How strongly a share of the surplus follows capacity. */
  readonly powerWeight: number;
  /** Posts' worth in war over their worth under the pact. */
  readonly warValue: number;
  /** Cost of all months of war, as a share of a month's take; each bears it by capacity. */
  readonly warCost: number;
}

/** Disagreement payoffs, shares of the month's take: war_i = p_i warValue - warCost k_i, p_i = K_i^mK / sum K^mK (Skaperdas 1996). */
export function warPayoffs(capacities: ArrayLike<number>, terms: WarTerms): Float64Array {
  const won = byPower(capacities, terms.contestExponent);
  const borne = byPower(capacities, 1);
  return won.map((share, i) => share * terms.warValue - terms.warCost * borne[i]);
}

/** What the pact is worth beyond war, share of the month's take: there is an understanding while it is above the cost of talking (Powell 2006). */
export function surplusOf(capacities: ArrayLike<number>, terms: WarTerms): number {
  return 1 - sum(warPayoffs(capacities, terms));
}

/**
 * Shares of the take on which members agree; they sum to 1. Nash: war_i + alpha_i (1 - sum war_j), alpha by capacity to a power
 * (Nash 1950 with weights); none gets less than nothing. Capacities: at least 0; members without any share alike.
 */
export function agreedShares(
  division: Exclude<Division, 'status-quo'>,
  capacities: ArrayLike<number>,
  terms: WarTerms,
): Float64Array {
  if (division === 'proportional') return byPower(capacities, 1);
  if (division === 'shapley') return scaled(shapleyShares(capacities, terms));
  const war = warPayoffs(capacities, terms);
  const weights = byPower(capacities, terms.powerWeight);
  const surplus = 1 - sum(war);
  return scaled(war.map((payoff, i) => payoff + weights[i] * surplus));
}

/** K_i^exponent over their sum; equal where nobody has any. */
function byPower(capacities: ArrayLike<number>, exponent: number): Float64Array {
  return scaled(Float64Array.from(capacities, (capacity) => (capacity > 0 ? pow(capacity, exponent) : 0)));
}

function scaled(values: Float64Array): Float64Array {
  const kept = values.map((value) => Math.max(0, value));
  const whole = sum(kept);
  return kept.map((value) => (whole > 0 ? value / whole : 1 / kept.length));
}
