/** Sum of all entries, added from the first to the last, so that the bits are the same everywhere; 0 for none. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at];
  return total;
}
