import { exp, ln } from './maths.ts';
import type { Stream } from './streams.ts';

/** Uniform from low, included, to high, which only rounding of the last digit reaches. */
export function drawUniform(stream: Stream, low: number, high: number): number {
  return low + (high - low) * stream.next();
}

/** Normal with this mean and standard deviation, by the polar method (Marsaglia and Bray 1964); its twin is dropped. */
export function drawNormal(stream: Stream, mean: number, deviation: number): number {
  for (;;) {
    const x = 2 * stream.next() - 1;
    const y = 2 * stream.next() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return mean + deviation * x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** A number whose natural logarithm is normal with this mean and standard deviation; its median is e^mean. */
export function drawLognormal(stream: Stream, mean: number, deviation: number): number {
  return exp(drawNormal(stream, mean, deviation));
}

/**
 * Successes in `trials` independent trials of probability `p`: a draw from the binomial distribution itself, not from
 * an approximation; rounding moves probabilities by less than 1e-6 of themselves at 1e9 trials.
 * By inversion where the mean of the rarer outcome is below 10, else by transformed rejection; the cost does not grow
 * with `trials`. Throws unless trials is whole, 0 to 2^53 - 1, and p is from 0 to 1, both included.
 */
export function drawBinomial(stream: Stream, trials: number, p: number): number {
  if (!Number.isSafeInteger(trials) || trials < 0)
    throw new Error(`drawBinomial wants a whole number of trials from 0 up, not ${trials}`);
  if (!(p >= 0 && p <= 1)) throw new Error(`drawBinomial wants a probability from 0 to 1, not ${p}`);
  if (trials === 0 || p === 0) return 0;
  return p <= 0.5 ? drawRarer(stream, trials, p) : trials - drawRarer(stream, trials, 1 - p);
}

/** Binomial draw for p from 0 to 0.5. */
function drawRarer(stream: Stream, trials: number, p: number): number {
  if (p === 0) return 0;
  return trials * p < 10 ? invert(stream, trials, p) : transformAndReject(stream, trials, p);
}

/** ln(1 - p) without losing the digits of a small p. */
function lnOfComplement(p: number): number {
  const q = 1 - p;
  return q === 1 ? -p : (ln(q) * p) / (1 - q);
}

/** Walks up the probabilities of 0, 1, 2 ... successes until they pass a uniform number (BINV: Kachitvichyanukul and Schmeiser 1988). */
function invert(stream: Stream, trials: number, p: number): number {
  const odds = p / (1 - p);
  const ofNone = exp(trials * lnOfComplement(p));
  for (;;) {
    let left = stream.next();
    let probability = ofNone;
    let successes = 0;
    while (left >= probability && probability > 0) {
      left -= probability;
      successes++;
      probability *= ((trials + 1) / successes - 1) * odds;
    }
    // Rounded probabilities may add up to a little less than 1: past the end, draw again.
    if (probability > 0) return successes;
  }
}

/** BTRS of Hörmann, W. 1993, "The generation of binomial random variates", J. Stat. Comput. Simul. 46; wants trials * p >= 10, p <= 0.5. */
function transformAndReject(stream: Stream, trials: number, p: number): number {
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const middle = trials * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  for (;;) {
    const u = stream.next() - 0.5;
    const v = stream.next();
    const us = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / us + b) * u + middle);
    if (us >= 0.07 && v <= quick) return successes;
    if (!(successes >= 0 && successes <= trials)) continue;
    const height = ln((v * alpha) / (a / (us * us) + b));
    if (height <= lnAgainstMode(successes, trials, p)) return successes;
  }
}

/** ln of the probability of `successes` over that of the likeliest number. */
function lnAgainstMode(successes: number, trials: number, p: number): number {
  const odds = p / (1 - p);
  const mode = Math.floor((trials + 1) * p);
  return (
    (mode + 0.5) * ln((mode + 1) / (odds * (trials - mode + 1))) +
    (trials + 1) * ln((trials - mode + 1) / (trials - successes + 1)) +
    (successes + 0.5) * ln((odds * (trials - successes + 1)) / (successes + 1)) +
    (stirlingRest(mode) + stirlingRest(trials - mode)) -
    (stirlingRest(successes) + stirlingRest(trials - successes))
  );
}

const halfLnOfTau = 0.9189385332046727;

/** ln(k!) - Stirling's (k + 1/2) ln(k + 1) - (k + 1) + ln(2 pi)/2, for k from 0 to 9, where the series is too coarse. */
const stirlingRests = Float64Array.from({ length: 10 }, (_, k) => {
  let factorial = 1;
  for (let factor = 2; factor <= k; factor++) factorial *= factor;
  return ln(factorial) - ((k + 0.5) * ln(k + 1) - (k + 1) + halfLnOfTau);
});

function stirlingRest(k: number): number {
  if (k < 10) return stirlingRests[k];
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/**
 * Spreads `trials` over the options `from` to `to - 1` in proportion to their weights: a draw from the multinomial
 * distribution itself, as successive binomial draws, so the cost grows with options and not with trials.
 * Writes `out[from .. to - 1]`, which always add up to `trials`; an option of weight 0 gets 0. Allocates nothing.
 * Throws on a weight below 0 or that is no finite number, and when there are trials but no weight above 0.
 */
export function drawMultinomial(
  stream: Stream,
  trials: number,
  weights: Float64Array,
  from: number,
  to: number,
  out: Float64Array | Int32Array,
): void {
  let rest = sumOfWeights(weights, from, to);
  const last = lastWithWeight(weights, from, to);
  if (last < 0 && trials > 0) throw new Error(`drawMultinomial has ${trials} trials and no weight above 0`);
  let left = trials;
  for (let i = from; i < to; i++) {
    const drawn = i === last ? left : drawBinomial(stream, left, shareOf(weights[i], rest));
    out[i] = drawn;
    left -= drawn;
    rest -= weights[i];
  }
}

/** The rest is a difference and may have lost its last digits; a share never passes 1. */
function shareOf(weight: number, rest: number): number {
  if (weight === 0) return 0;
  return weight < rest ? weight / rest : 1;
}

function sumOfWeights(weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (!(weights[i] >= 0))
      throw new Error(`drawMultinomial wants weights of at least 0; weight ${i} is ${weights[i]}`);
    sum += weights[i];
  }
  if (sum === Number.POSITIVE_INFINITY) throw new Error('drawMultinomial wants weights with a finite sum');
  return sum;
}

function lastWithWeight(weights: Float64Array, from: number, to: number): number {
  let last = to - 1;
  while (last >= from && weights[last] === 0) last--;
  return last >= from ? last : -1;
}
