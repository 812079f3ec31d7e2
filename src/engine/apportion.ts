/**
 * Splits whole cents by weights into `out[0 .. weights.length - 1]`: parts are whole, at least 0, add up to the total
 * exactly, and each lies within a cent of its exact share (largest remainder, Hamilton 1792). A tie goes to the lowest
 * index; otherwise the order of weights does not matter. A weight of 0 gets 0.
 * Total: whole, 0 to 2^53 - 1. Weights: at least 0 and finite, any scale. Throws on others, and when there is money
 * but no weight to give it to; where total is 0 every part is 0. `out` may be longer than `weights`, but not be it.
 */
export function apportion(totalCents: number, weights: ArrayLike<number>, out: Float64Array): void {
  if (!Number.isSafeInteger(totalCents) || totalCents < 0)
    throw new Error(`apportion splits whole cents from 0 to 2^53 - 1, not ${totalCents}`);
  const sum = sumOfWeights(weights);
  if (totalCents === 0) {
    out.fill(0, 0, weights.length);
    return;
  }
  if (sum === 0) throw new Error(`apportion has ${totalCents} cents to split and no weight above 0`);
  giveFloors(totalCents, weights, sum, out);
  giveRemainder(totalCents, weights, sum, out);
}

/** `apportion` into a new array, for rooms where allocation does not matter. */
export function apportioned(totalCents: number, weights: ArrayLike<number>): Float64Array {
  const out = new Float64Array(weights.length);
  apportion(totalCents, weights, out);
  return out;
}

function sumOfWeights(weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0))
      throw new Error(`apportion wants weights of at least 0; weight ${i} is ${weights[i]}`);
    sum += weights[i];
  }
  if (sum === Number.POSITIVE_INFINITY) throw new Error('apportion wants weights with a finite sum');
  return sum;
}

function giveFloors(totalCents: number, weights: ArrayLike<number>, sum: number, out: Float64Array): void {
  for (let i = 0; i < weights.length; i++) out[i] = Math.floor(totalCents * (weights[i] / sum));
}

/** Moves one cent at a time. Past 2^52 cents a product may round up, so the floors can also give a few cents too many. */
function giveRemainder(totalCents: number, weights: ArrayLike<number>, sum: number, out: Float64Array): void {
  let left = totalCents;
  for (let i = 0; i < weights.length; i++) left -= out[i];
  for (; left > 0; left--) out[mostOwed(1, totalCents, weights, sum, out)] += 1;
  for (; left < 0; left++) out[mostOwed(-1, totalCents, weights, sum, out)] -= 1;
}

/** Index that a cent more (`cent` 1) or less (`cent` -1) suits best, lowest first. */
function mostOwed(
  cent: 1 | -1,
  totalCents: number,
  weights: ArrayLike<number>,
  sum: number,
  out: Float64Array,
): number {
  let found = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0 || out[i] + cent < 0) continue;
    const owed = cent * (totalCents * (weights[i] / sum) - out[i]);
    if (owed > most) {
      most = owed;
      found = i;
    }
  }
  return found;
}
