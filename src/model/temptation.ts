import { exp, pow } from '../engine/maths.ts';
import { normalBelow } from '../engine/normal.ts';

/** Months from one review of the pact to the next. */
export const reviewMonths = 6;

/** Members for whom the noise of the world file is meant. */
const membersOfNoise = 10;

/** What a member weighs before it poaches on its co-owners for a review period. */
export interface Temptation {
  /** What poaching brings, USD a month. */
  readonly gain: number;
  /** What war would cost beside peace, discounted, USD: V_C - V_P. */
  readonly warLoss: number;
  /** dl, monthly discount factor. */
  readonly patience: number;
  /** Chance of an alarm when it keeps the pact, and when it poaches. */
  readonly alarmKept: number;
  readonly alarmBroken: number;
  /** M*Comp: chance that an alarm is settled. */
  readonly settled: number;
  /** pun: months of its gain that a settled cheater pays. */
  readonly punishment: number;
}

/** loss = dl^6 (P1 - P0) [ (1 - M Comp)(V_C - V_P) + M Comp pun gain ], USD (Green-Porter 1984 with the cheater's compensation of Levenstein-Suslow 2011). */
export function lossFrom(t: Temptation): number {
  const war = (1 - t.settled) * t.warLoss;
  const fine = t.settled * t.punishment * t.gain;
  return pow(t.patience, reviewMonths) * (t.alarmBroken - t.alarmKept) * (war + fine);
}

/**
 * P(cheat) = logit(6 gain - loss) with money counted in months of the gain, so that neither currency nor size matters: 1/(1 + e^(loss/gain - 6)).
 * 0 where there is nothing to gain.
 */
export function cheatChance(t: Temptation): number {
  return t.gain > 0 ? 1 / (1 + exp(lossFrom(t) / t.gain - reviewMonths)) : 0;
}

/**
 * Largest cohesion at which the member would not cheat: sparing others in full tempts with 6 gain, in part with that part of it, so kappa 6 gain <= loss.
 * Not bounded by 1; Infinity where there is nothing to gain.
 */
export function sustainableCohesion(t: Temptation): number {
  return t.gain > 0 ? lossFrom(t) / (reviewMonths * t.gain) : Number.POSITIVE_INFINITY;
}

/** V_C - V_P: what T months of war at `lost` of the monthly take cost, discounted from month to month. */
export function warLossOf(take: number, lost: number, months: number, patience: number): number {
  const horizon = patience < 1 ? (1 - pow(patience, months)) / (1 - patience) : months;
  return take * lost * horizon;
}

/**
 * Standard deviation of a half-year's mean take around its expectation: noise0 (1 + c_M (1 - M)) sqrt(members / 10) / sqrt(6). The more members, the fewer
 * trucks each sees, and the noisier its own take (Stigler 1964).
 */
export function noiseOf(noise: number, unmediated: number, authority: number, members: number): number {
  return noise * (1 + unmediated * (1 - authority)) * Math.sqrt(members / membersOfNoise / reviewMonths);
}

/** Chance that a member whose take falls short by `shortfall` of what it expects raises an alarm: it sees less than expectation by z standard deviations. */
export function alarmChance(shortfall: number, deviation: number, width: number): number {
  return normalBelow(shortfall / deviation - width);
}
