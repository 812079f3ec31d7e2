import { exp } from './maths.ts';

/** Chance that a standard normal number lies below x; within 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalBelow(x: number): number {
  if (x < 0) return 1 - normalBelow(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
