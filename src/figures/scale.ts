/** Round values that cover 0 to `largest` (or `smallest`, when below 0) in at most `count` steps; at least two values. */
export function niceTicks(smallest: number, largest: number, count: number): readonly number[] {
  const low = Math.min(0, finite(smallest));
  const high = Math.max(finite(largest), low === 0 ? 0 : low + 1e-9);
  if (high === low) return [0, 1];
  const step = niceStep((high - low) / Math.max(1, count));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Smallest of 1, 2, 2.5, 5 times a power of ten that is not below `rough`; rough must be above 0. */
export function niceStep(rough: number): number {
  let power = 1;
  while (power > rough) power /= 10;
  while (power * 10 <= rough) power *= 10;
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
