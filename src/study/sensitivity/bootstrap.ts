import { percentile } from '../../engine/percentile.ts';
import { openStream } from '../../engine/streams.ts';

/** How often blocks are drawn again: percentiles at 2.5 and 97.5% then stand on 25 resamples beyond each. */
export const resamples = 1000;

/** Numbers computed from blocks, each counted as often as its weight says; weights are whole and add up to the number of blocks. */
export type BlockStatistics = (weights: Int32Array) => readonly number[];

/** Bounds of one number; null where some resample had no value for it. */
export interface Bounds {
  readonly lo: number | null;
  readonly hi: number | null;
}

/**
 * Percentile intervals of each statistic at a level between 0 and 1 (Efron 1979; Efron and Tibshirani 1993, chapter 13): blocks are drawn again with replacement,
 * all statistics from the same draws. Draws are keyed by the seed and the resample. Where blocks come from a Sobol sequence the intervals are on the wide side: resampling takes them for independent.
 */
export function bootstrap(
  blocks: number,
  statistics: BlockStatistics,
  level: number,
  seed: number,
): readonly Bounds[] {
  const drawn = Array.from({ length: resamples }, (_, resample) =>
    statistics(drawWeights(blocks, seed, resample)),
  );
  return drawn[0].map((_, which) =>
    percentiles(
      Float64Array.from(drawn, (values) => values[which]),
      level,
    ),
  );
}

function drawWeights(blocks: number, seed: number, resample: number): Int32Array {
  const stream = openStream(String(seed), 'bootstrap', resample);
  const weights = new Int32Array(blocks);
  for (let draw = 0; draw < blocks; draw++) weights[Math.floor(stream.next() * blocks)]++;
  return weights;
}

function percentiles(values: Float64Array, level: number): Bounds {
  if (!values.every(Number.isFinite)) return { lo: null, hi: null };
  const sorted = values.toSorted();
  return { lo: percentile(sorted, (1 - level) / 2), hi: percentile(sorted, (1 + level) / 2) };
}
