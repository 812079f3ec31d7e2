import type { DesignMatrix } from '../design/design-matrix.ts';

/**
 * A design whose rows come in blocks, one a base, that are estimated and resampled together: row = base * rowsPerBase + member. More bases keep the earlier ones.
 * Replicates should draw alike within a block and anew from block to block (replicates `base * r + 1` to `base * r + r` of the study seed): then all of chance is in the intervals.
 * Where all blocks share r seeds, estimates are of those seeds, and intervals say nothing of how few they are.
 */
export interface BlockDesign extends DesignMatrix {
  /** Names of the axes, in their order. */
  readonly parameters: readonly string[];
  readonly bases: number;
  readonly rowsPerBase: number;
}

/** What the runs of a design gave for one outcome. */
export interface RowOutcomes {
  /** The outcome's name. */
  readonly name: string;
  /** Runs at each point, from 1. */
  readonly replicates: number;
  /** values[point * replicates + replicate], replicates from 0; NaN where the run failed. */
  readonly values: Float64Array;
}

/** Outcomes of the replicates at one row; a view, not a copy. */
export function replicatesAt(
  { values, replicates }: RowOutcomes,
  { rowsPerBase }: BlockDesign,
  base: number,
  member: number,
): Float64Array {
  const from = (base * rowsPerBase + member) * replicates;
  return values.subarray(from, from + replicates);
}

/** Bases all of whose runs succeeded, in order: one failed run leaves out its whole base, since every estimate compares the rows of a base. */
export function wholeBases(design: BlockDesign, outcomes: RowOutcomes): readonly number[] {
  requireEveryRow(design, outcomes);
  const size = design.rowsPerBase * outcomes.replicates;
  const bases = Array.from({ length: design.bases }, (_, base) => base);
  return bases.filter((base) => !outcomes.values.subarray(base * size, (base + 1) * size).some(Number.isNaN));
}

function requireEveryRow({ points }: BlockDesign, { name, replicates, values }: RowOutcomes): void {
  if (values.length !== points * replicates)
    throw new RangeError(
      `${values.length} values of ${name} for ${points} points with ${replicates} replicates`,
    );
}
