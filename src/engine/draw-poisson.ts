import { exp } from './maths.ts';
import type { Stream } from './streams.ts';

/** Means above this are drawn in parts, since e^-mean must not vanish. */
const most = 500;

/**
 * A Poisson draw by inversion, from one uniform number for each 500 of the mean: with the same stream a higher mean below 500 never gives a lower
 * count, so paired runs stay close. The sum of Poisson draws is one, so larger means are drawn in parts. Throws on a mean below 0 or not finite.
 */
export function drawPoisson(stream: Stream, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
    throw new Error(`drawPoisson wants a finite mean of at least 0, not ${mean}`);
  let count = 0;
  for (let left = mean; left > 0; left -= most) count += invert(stream, Math.min(left, most));
  return count;
}

function invert(stream: Stream, mean: number): number {
  let left = stream.next();
  let probability = exp(-mean);
  let count = 0;
  // Past the mode a probability of 0 means that rounding left nothing to walk.
  while (left >= probability && (probability > 0 || count < mean)) {
    left -= probability;
    count++;
    probability *= mean / count;
  }
  return count;
}
