import type { Demand } from './demand.ts';
import type { Holdings } from './holdings.ts';
import type { Network } from './network.ts';

/**
 * What holders of posts ask: the first-order condition of each post's owners, who put weight `cohesion` on the income of
 * the other members of the pact (Lerner; Cyert-DeGroot 1973; Bresnahan 1989; shared posts as O'Brien-Salop 2000).
 * Officials and independents at a post are one more owner, who holds nothing elsewhere and is in no pact.
 */
export interface PricingSpace {
  readonly weights: Float64Array;
  readonly system: Float64Array;
  readonly wanted: Float64Array;
  readonly active: Int32Array;
}

/** Room to solve for the prices of one map. */
export function createPricingSpace(prices: number): PricingSpace {
  return {
    weights: new Float64Array(prices * prices),
    system: new Float64Array(prices * (prices + 1)),
    wanted: new Float64Array(prices),
    active: new Int32Array(prices),
  };
}

/**
 * Weight that the owners of post n put on the income of post m, own weight 1, at `n * prices + m`:
 * W_nm = sum_i w_in (w_im + kappa sum_{j != i} w_jm) / the same with m = n.
 */
export function weighIncomes(holdings: Holdings, cohesion: number, weights: Float64Array): void {
  const prices = holdings.held.length;
  for (let n = 0; n < prices; n++) {
    const own = concern(holdings, n, n, cohesion) + (1 - holdings.held[n]) * (1 - holdings.held[n]);
    for (let m = 0; m < prices; m++)
      weights[n * prices + m] = m === n ? 1 : concern(holdings, n, m, cohesion) / own;
  }
}

function concern(holdings: Holdings, n: number, m: number, cohesion: number): number {
  const { factions, share, held } = holdings;
  let sum = 0;
  for (let i = 0; i < factions; i++) {
    const other = held[m] - share[m * factions + i];
    sum += share[n * factions + i] * (share[m * factions + i] + cohesion * other);
  }
  return sum;
}

/** A post with less traffic than this (USD a month) leaves the equations and holds its price. */
export const leastTraffic = 1;

/**
 * Prices that solve q + (W o J) p = 0 over posts with traffic, into `space.wanted`: theta times the solution at gates, the
 * solution itself at inland posts, both within [0, 1]. Posts without traffic keep `prices`.
 */
export function wantedPrices(
  network: Network,
  demand: Demand,
  prices: Float64Array,
  conduct: number,
  space: PricingSpace,
): Float64Array {
  const { wanted, active } = space;
  wanted.set(prices);
  let count = 0;
  for (let n = 0; n < prices.length; n++) {
    if (demand.traffic[n] >= leastTraffic && demand.quantity[n] > 0) active[count++] = n;
  }
  const change = solveActive(demand, space, prices, count);
  for (let i = 0; i < count; i++) {
    const n = active[i];
    const asked = Math.min(1, Math.max(0, prices[n] + change(i)));
    wanted[n] = n < network.crossings ? conduct * asked : asked;
  }
  return wanted;
}

/**
 * Gaussian elimination with partial pivoting on the active rows, for the change from `prices`; returns its reader. Posts in
 * series under one purse share one condition: all but one of them keep their price.
 */
function solveActive(
  demand: Demand,
  space: PricingSpace,
  prices: Float64Array,
  count: number,
): (i: number) => number {
  const { system, weights, active } = space;
  const width = count + 1;
  for (let i = 0; i < count; i++) {
    let off = demand.quantity[active[i]];
    for (let j = 0; j < count; j++) {
      const at = active[i] * prices.length + active[j];
      system[i * width + j] = weights[at] * demand.jacobian[at];
      off += system[i * width + j] * prices[active[j]];
    }
    system[i * width + count] = -off;
  }
  eliminate(system, count, width);
  return (i) => system[i * width + count];
}

/** A pivot smaller than this part of the largest entry is rounding, not a condition. */
const leastPivot = 1e-11;

function eliminate(system: Float64Array, count: number, width: number): void {
  let largest = 0;
  for (let row = 0; row < count; row++) largest = Math.max(largest, Math.abs(system[row * width + row]));
  for (let column = 0; column < count; column++) {
    swapRows(system, width, column, pivotRow(system, count, width, column));
    const pivot = system[column * width + column];
    if (Math.abs(pivot) <= leastPivot * largest) {
      for (let row = 0; row < count; row++) system[row * width + column] = 0;
      system[column * width + count] = 0;
      continue;
    }
    for (let at = column; at < width; at++) system[column * width + at] /= pivot;
    for (let row = 0; row < count; row++) {
      if (row !== column) subtractRow(system, width, row, column);
    }
  }
}

function pivotRow(system: Float64Array, count: number, width: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < count; row++) {
    if (Math.abs(system[row * width + column]) > Math.abs(system[best * width + column])) best = row;
  }
  return best;
}

function swapRows(system: Float64Array, width: number, a: number, b: number): void {
  if (a === b) return;
  for (let at = 0; at < width; at++) {
    const kept = system[a * width + at];
    system[a * width + at] = system[b * width + at];
    system[b * width + at] = kept;
  }
}

function subtractRow(system: Float64Array, width: number, row: number, pivotRow: number): void {
  const factor = system[row * width + pivotRow];
  if (factor === 0) return;
  for (let at = pivotRow; at < width; at++)
    system[row * width + at] -= factor * system[pivotRow * width + at];
}
