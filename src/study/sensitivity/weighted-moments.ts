/** Mean of values counted as often as their weights say; at least one weight above 0. */
export function weightedMean(weights: Int32Array, values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    sum += weights[at] * values[at];
    count += weights[at];
  }
  return sum / count;
}

/** Variance (n - 1) of values counted as often as their weights say; the weights add up to at least 2. */
export function weightedVariance(weights: Int32Array, values: Float64Array): number {
  const mean = weightedMean(weights, values);
  let squares = 0;
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    squares += weights[at] * (values[at] - mean) * (values[at] - mean);
    count += weights[at];
  }
  return squares / (count - 1);
}
