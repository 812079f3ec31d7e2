import { pow } from '../engine/maths.ts';
import type { WarTerms } from './bargain.ts';

/** Members up to which every coalition is counted; beyond, the value of a large game stands in. */
const mostCounted = 12;

/**
 * Shapley (1953) value of each member, where a coalition is worth what it could win from the others by war and all together are
 * worth 1. Each coalition's worth depends on its capacity alone, so past twelve members the value of the large game serves
 * (Aumann-Shapley 1974): shares in proportion to capacity.
 */
export function shapleyShares(capacities: ArrayLike<number>, terms: WarTerms): Float64Array {
  const n = capacities.length;
  if (n > mostCounted) return Float64Array.from(capacities);
  const worths = coalitionWorths(capacities, terms);
  const orders = orderWeights(n);
  const value = new Float64Array(n);
  for (let set = 0; set < worths.length; set++) {
    for (let i = 0; i < n; i++) {
      if ((set & (1 << i)) !== 0) continue;
      value[i] += orders[countMembers(set)] * (worths[set | (1 << i)] - worths[set]);
    }
  }
  return value;
}

/** Worth of every coalition, a set of bits. */
function coalitionWorths(capacities: ArrayLike<number>, terms: WarTerms): Float64Array {
  const n = capacities.length;
  const worths = new Float64Array(1 << n);
  let all = 0;
  for (let i = 0; i < n; i++) all += capacities[i];
  for (let set = 1; set < worths.length; set++) {
    let own = 0;
    for (let i = 0; i < n; i++) if ((set & (1 << i)) !== 0) own += capacities[i];
    worths[set] = set === worths.length - 1 ? 1 : worthOf(own, all, terms);
  }
  return worths;
}

function worthOf(own: number, all: number, { contestExponent, warValue, warCost }: WarTerms): number {
  if (own <= 0 || all <= 0) return 0;
  const power = pow(own, contestExponent);
  const others = all - own > 0 ? pow(all - own, contestExponent) : 0;
  return (power / (power + others)) * warValue - (warCost * own) / all;
}

/** s! (n - 1 - s)! / n! for coalitions of s others. */
function orderWeights(n: number): Float64Array {
  const weights = new Float64Array(n);
  let choose = 1;
  for (let s = 0; s < n; s++) {
    weights[s] = 1 / (n * choose);
    choose = (choose * (n - 1 - s)) / (s + 1);
  }
  return weights;
}

function countMembers(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
