import type { RunRecord } from '../model/run-record.ts';

type Flows = NonNullable<RunRecord['flows']>;
type Rows = readonly [from: number, until: number];

const rowsOfMonths = new WeakMap<Flows, ReadonlyMap<number, Rows>>();

/** Rows of a month's payments, the last one excluded; they stand in order of months, so where each begins is looked up once for a record. */
export function monthRows(flows: Flows, month: number): Rows {
  const known = rowsOfMonths.get(flows) ?? findMonths(flows);
  rowsOfMonths.set(flows, known);
  return known.get(month) ?? [0, 0];
}

function findMonths(flows: Flows): ReadonlyMap<number, Rows> {
  const found = new Map<number, Rows>();
  for (let row = 0, from = 0; row < flows.length; row++) {
    if (row + 1 < flows.length && flows.month[row + 1] === flows.month[row]) continue;
    found.set(flows.month[row], [from, row + 1]);
    from = row + 1;
  }
  return found;
}
