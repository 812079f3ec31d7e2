/**
 * Ratio: time of JavaScript's own exp, ln and pow, which give other bits on other engines, over that of ours. Above 1: ours is faster.
 */
import { exp, ln, pow } from '../src/engine/maths.ts';

const size = 4096;
const rounds = 200;
const repeats = 9;

/** Values as the model has them: utilities from -20 to 3, sums of exponentials, ratios of income. */
const utilities = Float64Array.from(
  { length: size },
  (_, i) => -20 + (23 * ((i * 2654435761) % 4096)) / 4096,
);
const sums = utilities.map((value) => Math.exp(value / 4));

/** Nanoseconds a call, the best of several repeats: the others were disturbed. */
function time(sweep: () => number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) kept += sweep();
    best = Math.min(best, performance.now() - start);
  }
  return (best * 1e6) / (rounds * size);
}

/** Sums go here, so that no compiler drops the work. */
let kept = 0;

// Each sweep is a function of its own: one shared loop over a function argument would measure the call.
const sweeps: Readonly<Record<string, readonly [() => number, () => number]>> = {
  exp: [
    () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += exp(utilities[i]);
      return sum;
    },
    () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += Math.exp(utilities[i]);
      return sum;
    },
  ],
  ln: [
    () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += ln(sums[i]);
      return sum;
    },
    () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += Math.log(sums[i]);
      return sum;
    },
  ],
  pow: [
    () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += pow(sums[i], 0.7);
      return sum;
    },
    () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += sums[i] ** 0.7;
      return sum;
    },
  ],
};

console.log('          ours ns   Math ns   Math / ours');
for (const [name, [ours, builtIn]] of Object.entries(sweeps)) {
  const mine = time(ours);
  const theirs = time(builtIn);
  const cells = [mine.toFixed(1), theirs.toFixed(1), (theirs / mine).toFixed(2)];
  console.log(name.padEnd(7) + cells.map((cell) => cell.padStart(10)).join(''));
}
if (!Number.isFinite(kept)) throw new Error('a sweep gave no finite sum');
