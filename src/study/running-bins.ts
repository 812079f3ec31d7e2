/** A histogram as it forms: `counts[at]` numbers lie from `(first + at) * width`, included, to the next edge. */
export interface Bins {
  /** A power of two, in the unit of the numbers; 0 as long as there is no number. */
  readonly width: number;
  /** Number of the first bin, counted from the one that begins at 0. */
  readonly first: number;
  readonly counts: readonly number[];
}

/** Counts numbers without keeping them. */
export interface RunningBins {
  /** Counts one more; a number that is not finite is left out. */
  readonly add: (value: number) => void;
  readonly read: () => Bins;
}

/** Bins that are told apart; memory does not grow beyond. */
export const mostBins = 64;

/** Bins of no number at all. */
export const noBins: Bins = { width: 0, first: 0, counts: [] };

/** How finely the first number is placed: a spread of a millionth of it is still seen. */
const finest = 2 ** -30;
/** What is nearer to 0 is taken for 0, which says nothing of the size of numbers to come. */
const smallestSize = 1e-100;

/**
 * Bins that begin narrow and double their width whenever the numbers no longer fit into 64 of them. Edges are whole multiples of the width, so
 * doubling joins neighbours exactly and the picture hangs on the numbers alone, not on their order.
 */
export function createBins(): RunningBins {
  let { width, first }: Bins = noBins;
  let counts: number[] = [];
  const widen = (value: number): void => {
    if (width === 0) width = startWidth(value);
    const bins = withNumber({ width, first, counts }, value);
    ({ width, first } = bins);
    counts = [...bins.counts];
  };
  return {
    read: () => ({ width, first, counts: [...counts] }),
    add: (given) => {
      if (!Number.isFinite(given)) return;
      const value = Math.abs(given) < smallestSize ? 0 : given;
      // Most numbers fall among the bins that are there; these are counted in place, since a study has millions.
      const at = Math.floor(value / width) - first;
      if (at >= 0 && at < counts.length) counts[at]++;
      else widen(value);
    },
  };
}

/** The same numbers in at most `most` bins; never fewer than two, since no width joins what lies on both sides of 0. */
export function foldBins(bins: Bins, most: number): Bins {
  let folded = bins;
  while (folded.counts.length > Math.max(2, most)) folded = doubled(folded);
  return folded;
}

function startWidth(value: number): number {
  const size = Math.abs(value) < smallestSize ? 1 : Math.abs(value);
  let width = finest;
  while (width * 2 <= size * finest) width *= 2;
  while (width > size * finest) width /= 2;
  return width;
}

function withNumber(start: Bins, value: number): Bins {
  let bins = start;
  while (spanWith(bins, value) > mostBins) bins = doubled(bins);
  const at = Math.floor(value / bins.width) + 0;
  const first = bins.counts.length === 0 ? at : Math.min(bins.first, at);
  const counts = Array.from({ length: spanWith(bins, value) }, (_, bin) => {
    const before = bins.counts[bin + first - bins.first] ?? 0;
    return bin + first === at ? before + 1 : before;
  });
  return { width: bins.width, first, counts };
}

/** Bins from the first to the last once the number is among them. */
function spanWith({ width, first, counts }: Bins, value: number): number {
  const at = Math.floor(value / width);
  if (counts.length === 0) return 1;
  return Math.max(at, first + counts.length - 1) - Math.min(at, first) + 1;
}

/** Neighbours joined two by two; where two bins have no common edge of twice the width, three come from four. */
function doubled({ width, first, counts }: Bins): Bins {
  const from = Math.floor(first / 2);
  const to = Math.floor((first + counts.length - 1) / 2);
  const joined = new Array<number>(counts.length === 0 ? 0 : to - from + 1).fill(0);
  counts.forEach((count, at) => {
    joined[Math.floor((first + at) / 2) - from] += count;
  });
  return { width: width * 2, first: from, counts: joined };
}
