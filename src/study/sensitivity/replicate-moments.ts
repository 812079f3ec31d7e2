/**
 * An unbiased estimate of E[x] E[y] from replicates of both: the mean of x_r y_s over all pairs of different replicates r and s (Hoeffding 1948).
 * Chance within a replicate, shared by x and y or not, never meets itself, so it does not add to the estimate, which may fall below 0.
 * With one replicate it is the plain product, chance and all. Both have the same length, from 1.
 */
export function productOfMeans(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (n === 1) return x[0] * y[0];
  let sumX = 0;
  let sumY = 0;
  let alike = 0;
  for (let at = 0; at < n; at++) {
    sumX += x[at];
    sumY += y[at];
    alike += x[at] * y[at];
  }
  return (sumX * sumY - alike) / (n * (n - 1));
}

/** x - y, replicate by replicate. */
export function differences(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((value, at) => value - y[at]);
}
