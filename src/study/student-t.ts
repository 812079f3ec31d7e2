/**
 * Student's t: the value that a t-distributed number with `freedom` degrees of freedom stays within, on both sides, with probability `level`.
 * `freedom` a whole number from 1, `level` between 0 and 1, both excluded. Exact series of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4,
 * inverted by bisection and rounded to 10 significant digits, so that every machine prints the same interval.
 */
export function studentT(freedom: number, level: number): number {
  const key = `${freedom} ${level}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const value = Number(invert(freedom, level).toPrecision(10));
  remembered.set(key, value);
  return value;
}

/** A property of the distribution, not of a run: worth remembering, since every row of a summary asks for the same one. */
const remembered = new Map<string, number>();

function invert(freedom: number, level: number): number {
  let low = 0;
  let high = 1;
  while (within(high, freedom) < level) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (within(middle, freedom) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability that |T| stays below `t`. */
function within(t: number, freedom: number): number {
  const sine = t / Math.sqrt(freedom + t * t);
  const cosine2 = freedom / (freedom + t * t);
  return freedom % 2 === 0 ? evenSeries(sine, cosine2, freedom) : oddSeries(t, sine, cosine2, freedom);
}

function evenSeries(sine: number, cosine2: number, freedom: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 2; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine2;
    sum += term;
  }
  return sine * sum;
}

function oddSeries(t: number, sine: number, cosine2: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  if (freedom === 1) return (2 / Math.PI) * angle;
  let term = Math.sqrt(cosine2);
  let sum = term;
  for (let k = 3; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine2;
    sum += term;
  }
  return (2 / Math.PI) * (angle + sine * sum);
}
