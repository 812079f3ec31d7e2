/**
 * The value below which a share, 0 to 1, of sorted values lies: between the two nearest ranks in a straight line (Hyndman and Fan 1996,
 * definition 7). At least one value, the smallest first.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
}
