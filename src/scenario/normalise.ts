/**
 * Shares scaled so that they add up to exactly 1 in the order given; what rounding leaves goes to the largest.
 * Undefined when they miss 1 by more than 1e-6. An empty list is given back as it is.
 */
export function normaliseShares(shares: readonly number[]): readonly number[] | undefined {
  if (shares.length === 0) return shares;
  const total = sum(shares);
  if (!(Math.abs(total - 1) <= 1e-6)) return undefined;
  const scaled = shares.map((share) => share / total);
  const largest = scaled.indexOf(Math.max(...scaled));
  for (let round = 0; round < 8 && sum(scaled) !== 1; round++) scaled[largest] += 1 - sum(scaled);
  return scaled;
}

/** Plain sum from the first to the last. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
