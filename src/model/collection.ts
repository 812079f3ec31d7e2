import { exp, pow } from '../engine/maths.ts';
import { type Holdings, shareOf } from './holdings.ts';

/**
 * How much of what a post takes the factions' own men collect: cov = 1 - exp(-a sum_i w_i skill_i effort_i^nu). The rest goes,
 * at the same price, to officials and independents, so traders' choice does not depend on it and no money vanishes.
 */
export interface Reach {
  /** a: how far effort reaches. */
  readonly reach: number;
  /** nu, returns to effort. */
  readonly returns: number;
  /** Skill of each faction on the line. */
  readonly skill: Float64Array;
  readonly effort: Float64Array;
}

/** sum_i w_in skill_i effort_i^nu at post n. */
export function pressure(holdings: Holdings, n: number, reach: Reach): number {
  let sum = 0;
  for (let i = 0; i < holdings.factions; i++) {
    const share = shareOf(holdings, n, i);
    if (share > 0) sum += share * reach.skill[i] * pow(reach.effort[i], reach.returns);
  }
  return sum;
}

/** Share collected at a pressure: 1 - e^(-a pressure), from 0 to below 1. */
export function coverage(reach: number, pressure: number): number {
  return 1 - exp(-reach * pressure);
}

/** What one more unit of effort would bring faction i at the posts `from` to `to`, USD a month, when post n yields `pool[n]` in all hands. */
export function marginalTake(
  holdings: Holdings,
  reach: Reach,
  i: number,
  pool: Float64Array,
  from: number,
  to: number,
): number {
  if (reach.effort[i] <= 0) return 0;
  let sum = 0;
  for (let n = from; n < to; n++) {
    const share = shareOf(holdings, n, i);
    if (share <= 0 || pool[n] <= 0) continue;
    const missed = exp(-reach.reach * pressure(holdings, n, reach));
    const push = share * reach.skill[i] * reach.returns * pow(reach.effort[i], reach.returns - 1);
    sum += share * pool[n] * missed * reach.reach * push;
  }
  return sum;
}

/**
 * a such that the factions' part of all that the posts take is `target` at effort 1. The part grows with a, so halving the
 * interval finds it; the most that can be had is the share held, and then a is the bound, 64.
 */
export function findReach(
  holdings: Holdings,
  skill: Float64Array,
  pool: Float64Array,
  from: number,
  to: number,
  target: number,
): number {
  const effort = new Float64Array(holdings.factions).fill(1);
  let low = 0;
  let high = 64;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (collectedShare(holdings, { reach: middle, returns: 1, skill, effort }, pool, from, to) < target)
      low = middle;
    else high = middle;
  }
  return high;
}

function collectedShare(
  holdings: Holdings,
  reach: Reach,
  pool: Float64Array,
  from: number,
  to: number,
): number {
  let all = 0;
  let taken = 0;
  for (let n = from; n < to; n++) {
    all += pool[n];
    taken += pool[n] * holdings.held[n] * coverage(reach.reach, pressure(holdings, n, reach));
  }
  return all > 0 ? taken / all : 0;
}
