import { meanOf, varianceOf } from '../interval.ts';
import { type RowOutcomes, replicatesAt } from './block-design.ts';
import type { BlockStatistics } from './bootstrap.ts';
import { estimateRows, type Label, widest } from './estimate-rows.ts';
import type { MorrisDesign } from './morris-design.ts';
import { differences } from './replicate-moments.ts';
import type { SensitivityRow } from './sensitivity-row.ts';
import { weightedMean, weightedVariance } from './weighted-moments.ts';

/** Screening counts as converged when every mu_star interval is no wider than this share of the largest mu_star. Assumption: a tenth is our choice. */
export const convergedShare = 0.1;

/**
 * Morris's screening of a `morrisDesign`, in units of the outcome for a move over an axis's whole range of probability. `mu`: mean of elementary effects; `mu_star`: of their sizes, which do not cancel
 * (Campolongo, Cariboni and Saltelli 2007, Environmental Modelling & Software 22); `sigma`: their standard deviation, above 0 where a parameter bends or interacts. Intervals resample whole trajectories.
 * `chance`, from two replicates on: the mu_star that a parameter without effect would show by chance alone, were chance normal and as large as that of the effects on average. Chance is not taken out of
 * mu_star and sigma: a mu_star that is not above it shows nothing. `seed` keys the resampling. A trajectory with a failed run is left out.
 */
export function morris(design: MorrisDesign, outcomes: RowOutcomes, seed: number): readonly SensitivityRow[] {
  const method = {
    name: 'morris' as const,
    labels: labelsOf(design, outcomes),
    prepare: (bases: readonly number[]) =>
      statisticsOf(
        bases.map((base) => effectsOf(design, outcomes, base)),
        outcomes.replicates,
      ),
    isConverged,
  };
  return estimateRows(design, outcomes, method, seed);
}

function labelsOf({ parameters }: MorrisDesign, { replicates }: RowOutcomes): readonly Label[] {
  const indices = ['mu_star', 'mu', 'sigma'] as const;
  const labels = parameters.flatMap((parameter): Label[] => indices.map((index) => ({ parameter, index })));
  return replicates < 2 ? labels : [...labels, { parameter: 'chance', index: 'chance' }];
}

function isConverged(rows: readonly SensitivityRow[]): boolean {
  const largest = Math.max(
    ...rows.filter(({ index }) => index === 'mu_star').map(({ estimate }) => estimate!),
  );
  return widest(rows, 'mu_star') <= convergedShare * largest;
}

/** Elementary effects of one trajectory, by parameter. */
interface Effects {
  readonly effects: Float64Array;
  /** Variance that chance gives an effect, on average over the parameters; 0 for one replicate. */
  readonly noise: number;
}

function effectsOf(design: MorrisDesign, outcomes: RowOutcomes, base: number): Effects {
  const { from, to, order } = design.trajectory(base);
  const effects = new Float64Array(order.length);
  const noise = new Float64Array(order.length);
  order.forEach((axis, member) => {
    const [before, after] = [member, member + 1].map((row) => replicatesAt(outcomes, design, base, row));
    const moved = differences(after, before);
    const step = to[axis] - from[axis];
    effects[axis] = meanOf(moved) / step;
    noise[axis] = varianceOf(moved) / moved.length / (step * step);
  });
  return { effects, noise: meanOf(noise) };
}

function statisticsOf(trajectories: readonly Effects[], replicates: number): BlockStatistics {
  const noise = Float64Array.from(trajectories, (each) => each.noise);
  const byParameter = Array.from(trajectories[0].effects, (_, which) =>
    Float64Array.from(trajectories, ({ effects }) => effects[which]),
  );
  const sizes = byParameter.map((effects) => effects.map(Math.abs));
  return (weights) => {
    const numbers = byParameter.flatMap((effects, which) => [
      weightedMean(weights, sizes[which]),
      weightedMean(weights, effects),
      Math.sqrt(weightedVariance(weights, effects)),
    ]);
    return replicates < 2 ? numbers : [...numbers, meanSize(weightedMean(weights, noise))];
  };
}

/** Mean size of a normal number with mean 0 and this variance. */
function meanSize(variance: number): number {
  return Math.sqrt((2 / Math.PI) * variance);
}
