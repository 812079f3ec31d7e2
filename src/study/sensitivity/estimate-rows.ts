import { confidence } from '../interval.ts';
import { type BlockDesign, type RowOutcomes, wholeBases } from './block-design.ts';
import { type BlockStatistics, bootstrap } from './bootstrap.ts';
import type { SensitivityIndex, SensitivityMethod, SensitivityRow } from './sensitivity-row.ts';

/** Which number a statistic is. */
export interface Label {
  readonly parameter: string;
  readonly index: SensitivityIndex;
}

/** What a method does with the runs of a design. */
export interface Method {
  readonly name: SensitivityMethod;
  /** What `statistics` returns, in its order. */
  readonly labels: readonly Label[];
  /** Prepares the statistics of the bases that are whole, at least two. */
  readonly prepare: (bases: readonly number[]) => BlockStatistics;
  /** Whether intervals are narrow enough; asked only when every estimate has bounds. */
  readonly isConverged: (rows: readonly SensitivityRow[]) => boolean;
}

/** Estimates, intervals and counts of one method for one outcome. Throws a RangeError unless there is a value, or NaN, for every run. */
export function estimateRows(
  design: BlockDesign,
  outcomes: RowOutcomes,
  { name, labels, prepare, isConverged }: Method,
  seed: number,
): readonly SensitivityRow[] {
  const whole = wholeBases(design, outcomes);
  const count = {
    level: confidence,
    nBase: whole.length,
    nRuns: outcomes.values.length,
    nFailed: design.bases - whole.length,
  };
  const numbers = whole.length < 2 ? undefined : bounded(whole.length, prepare(whole), seed);
  const rows = labels.map((label, at) => ({
    method: name,
    outcome: outcomes.name,
    ...label,
    ...(numbers?.[at] ?? { estimate: null, lo: null, hi: null }),
    ...count,
    converged: false,
  }));
  const converged = rows.every(({ lo }) => lo !== null) && isConverged(rows);
  return rows.map((row) => ({ ...row, converged }));
}

type Numbers = Pick<SensitivityRow, 'estimate' | 'lo' | 'hi'>;

function bounded(blocks: number, statistics: BlockStatistics, seed: number): readonly Numbers[] {
  const estimates = statistics(new Int32Array(blocks).fill(1));
  const bounds = bootstrap(blocks, statistics, confidence, seed);
  return estimates.map((estimate, at) =>
    Number.isFinite(estimate) ? { estimate, ...bounds[at] } : { estimate: null, lo: null, hi: null },
  );
}

/** Width of the widest interval among the rows of an index; all of them have bounds. */
export function widest(rows: readonly SensitivityRow[], index: SensitivityIndex): number {
  return Math.max(...rows.filter((row) => row.index === index).map(({ lo, hi }) => hi! - lo!));
}
