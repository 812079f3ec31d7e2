import { pow } from '../engine/maths.ts';

/** Prices that are tried first, each a part of the one above, since inland charges live far below gate prices. */
const tried = 60;
const lowest = 1e-4;
const rounds = 34;
const golden = (Math.sqrt(5) - 1) / 2;

/** Prices from 0 to 1 to look for a best one among: 0, then `lowest` to 1 in equal ratios. */
export const triedPrices: readonly number[] = [
  0,
  ...Array.from({ length: tried }, (_, at) => pow(lowest, 1 - at / (tried - 1))),
];

/**
 * The price from 0 to 1 at which `worth` is largest: the best of `triedPrices`, whose worths are given, then golden sections between its
 * neighbours, to a millionth of their distance. The first at a tie. A second summit between two tried prices is not seen.
 */
export function bestPrice(worths: readonly number[], worth: (price: number) => number): number {
  const at = worths.indexOf(Math.max(...worths));
  let low = triedPrices[Math.max(0, at - 1)];
  let high = triedPrices[Math.min(triedPrices.length - 1, at + 1)];
  for (let round = 0; round < rounds; round++) {
    const span = golden * (high - low);
    if (worth(high - span) >= worth(low + span)) high = low + span;
    else low = high - span;
  }
  const middle = (low + high) / 2;
  return worth(middle) > worths[at] ? middle : triedPrices[at];
}
