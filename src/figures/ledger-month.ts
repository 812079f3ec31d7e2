import { type FlowMatrix, flowMatrix } from '../model/flow-matrix.ts';
import type { RunRecord } from '../model/run-record.ts';
import { monthRows } from './month-flows.ts';

/** The transaction-flow matrix of a month, and which of its sectors paid or received anything. */
export interface LedgerMonth {
  readonly matrix: FlowMatrix;
  /** Places in `matrix.sectors`, in their order. */
  readonly moving: readonly number[];
}

/** Sums a month of kept payments; only that month's rows are looked at, since a screen asks often. */
export function ledgerMonth(flows: NonNullable<RunRecord['flows']>, month: number): LedgerMonth {
  const [first, end] = monthRows(flows, month);
  const cut = <Column extends Uint16Array | Float64Array>(column: Column): Column =>
    column.subarray(first, end) as Column;
  const { month: months, from, to, line, cents } = flows;
  const rows = { month: cut(months), from: cut(from), to: cut(to), line: cut(line), cents: cut(cents) };
  const matrix = flowMatrix({ ...flows, ...rows, length: end - first }, month);
  const moving = matrix.sectors
    .map((_, at) => at)
    .filter((at) => matrix.rows.some((row) => row.cents[at] !== 0));
  return { matrix, moving };
}

/** Millions of dollars to two places; a point for nothing. */
export function millions(cents: number): string {
  return cents === 0 ? '.' : (cents / 1e8).toFixed(2);
}
