/** Running mean and spread of several numbers at once, over runs that are not kept (Welford 1962). */
export interface Moments {
  n: number;
  readonly mean: Float64Array;
  /** Sums of squared distances from the mean. */
  readonly squares: Float64Array;
}

/** The same of pairs of numbers, with how the two move together. */
export interface PairMoments {
  n: number;
  readonly meanX: Float64Array;
  readonly meanY: Float64Array;
  readonly xx: Float64Array;
  readonly yy: Float64Array;
  readonly xy: Float64Array;
}

/** Moments of nothing yet. */
export function createMoments(width: number): Moments {
  return { n: 0, mean: new Float64Array(width), squares: new Float64Array(width) };
}

/** Moments of no pair yet. */
export function createPairMoments(width: number): PairMoments {
  const [meanX, meanY, xx, yy, xy] = Array.from({ length: 5 }, () => new Float64Array(width));
  return { n: 0, meanX, meanY, xx, yy, xy };
}

/** Adds one run's numbers. */
export function addTo(moments: Moments, numbers: ArrayLike<number>): void {
  moments.n++;
  for (let at = 0; at < moments.mean.length; at++) {
    const distance = numbers[at] - moments.mean[at];
    moments.mean[at] += distance / moments.n;
    moments.squares[at] += distance * (numbers[at] - moments.mean[at]);
  }
}

/** Adds one pair of each number. */
export function addPair(moments: PairMoments, x: ArrayLike<number>, y: ArrayLike<number>): void {
  const { meanX, meanY, xx, yy, xy } = moments;
  const n = ++moments.n;
  for (let at = 0; at < meanX.length; at++) {
    const [fromX, fromY] = [x[at] - meanX[at], y[at] - meanY[at]];
    meanX[at] += fromX / n;
    meanY[at] += fromY / n;
    xx[at] += fromX * (x[at] - meanX[at]);
    yy[at] += fromY * (y[at] - meanY[at]);
    xy[at] += fromX * (y[at] - meanY[at]);
  }
}

/** Forgets all that was added. */
export function resetPairs(moments: PairMoments): void {
  moments.n = 0;
  for (const sums of [moments.meanX, moments.meanY, moments.xx, moments.yy, moments.xy]) sums.fill(0);
}
