import { meanOf, varianceOf } from '../interval.ts';
import { type BlockDesign, type RowOutcomes, replicatesAt } from './block-design.ts';
import type { BlockStatistics } from './bootstrap.ts';
import { estimateRows, type Label, widest } from './estimate-rows.ts';
import { differences, productOfMeans } from './replicate-moments.ts';
import type { SensitivityRow } from './sensitivity-row.ts';
import { weightedMean } from './weighted-moments.ts';

/**
 * Indices count as converged when every total-order interval is narrower than this. Assumption: .1 is our choice;
 * to judge by the width of bootstrap intervals is the way of Sarrazin, Pianosi and Wagener (2016), Environmental Modelling & Software 79.
 */
export const convergedWidth = 0.1;

/**
 * Sobol's indices of a `saltelliDesign`: shares of the variance of single runs. `first`: what a parameter moves by itself (Saltelli et al. 2010, table 2 b, on outcomes less their mean);
 * `total`: what would be left if all others were known (Jansen 1999); `chance`, from two replicates on: what is left when every parameter is known.
 * With replicates, first and total are of the expected outcome: they multiply different replicates only (`productOfMeans`), so chance does not inflate them, whether or not runs share seeds;
 * first orders and chance add up to at most 1 but for error. With one replicate chance is in the total orders, and there is no row for it.
 * Estimates are not cut at 0: of a parameter without effect about half lie below. `seed` keys the resampling. A base with a failed run is left out.
 */
export function sobolIndices(
  design: BlockDesign,
  outcomes: RowOutcomes,
  seed: number,
): readonly SensitivityRow[] {
  const method = {
    name: 'sobol' as const,
    labels: labelsOf(design, outcomes),
    prepare: (bases: readonly number[]) => {
      const centre = centreOf(design, outcomes, bases);
      return statisticsOf(
        bases.map((base) => termsOf(design, outcomes, base, centre)),
        outcomes.replicates,
      );
    },
    isConverged: (rows: readonly SensitivityRow[]) => widest(rows, 'total') < convergedWidth,
  };
  return estimateRows(design, outcomes, method, seed);
}

function labelsOf({ parameters }: BlockDesign, { replicates }: RowOutcomes): readonly Label[] {
  const shares = parameters.flatMap((parameter): Label[] => [
    { parameter, index: 'first' },
    { parameter, index: 'total' },
  ]);
  return replicates < 2 ? shares : [...shares, { parameter: 'chance', index: 'chance' }];
}

/** What one base adds to each sum. */
interface Terms {
  /** First and total order of each parameter in turn, in squared units of the outcome. */
  readonly shares: readonly number[];
  readonly a: number;
  readonly b: number;
  /** Variance between replicates at one point. */
  readonly within: number;
}

/** Mean of the independent rows: products of large numbers that nearly cancel would widen the first orders. */
function centreOf(design: BlockDesign, outcomes: RowOutcomes, bases: readonly number[]): number {
  const means = bases.flatMap((base) =>
    [0, 1].map((member) => meanOf(replicatesAt(outcomes, design, base, member))),
  );
  return meanOf(means);
}

function termsOf(design: BlockDesign, outcomes: RowOutcomes, base: number, centre: number): Terms {
  const rows = Array.from({ length: design.rowsPerBase }, (_, member) =>
    replicatesAt(outcomes, design, base, member).map((value) => value - centre),
  );
  const [a, b, ...mixed] = rows;
  return {
    shares: mixed.flatMap((row) => {
      const moved = differences(row, a);
      return [productOfMeans(b, moved), productOfMeans(moved, moved) / 2];
    }),
    a: meanOf(a),
    b: meanOf(b),
    within: meanOf(rows.map(varianceOf)),
  };
}

function statisticsOf(terms: readonly Terms[], replicates: number): BlockStatistics {
  const column = (read: (term: Terms) => number): Float64Array => Float64Array.from(terms, read);
  const shares = terms[0].shares.map((_, which) => column((term) => term.shares[which]));
  const within = column((term) => term.within);
  const sums = column(({ a, b }) => a + b);
  const squares = column(({ a, b }) => a * a + b * b);
  return (weights) => {
    const chance = weightedMean(weights, within);
    const rows = 2 * terms.length;
    const mean = weightedMean(weights, sums) / 2;
    const between = (weightedMean(weights, squares) / 2 - mean * mean) * (rows / (rows - 1));
    // Law of total variance: the means of r replicates still hold one r-th of chance.
    const single = between + chance * (1 - 1 / replicates);
    const moved = shares.map((values) => weightedMean(weights, values) / single);
    return replicates < 2 ? moved : [...moved, chance / single];
  };
}
