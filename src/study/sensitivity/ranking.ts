import type { SensitivityRow } from './sensitivity-row.ts';

/** A parameter and its place; 1 is the largest. */
export interface Ranked {
  readonly rank: number;
  readonly row: SensitivityRow;
}

/** A row that has an interval. */
type Bounded = SensitivityRow & { readonly estimate: number; readonly lo: number; readonly hi: number };

/**
 * Ranks rows of one method, outcome and index, largest estimate first. Two whose intervals overlap or touch, or that a chain of overlaps joins, have the same rank: the data do not tell them apart.
 * A rank is 1 and the number of parameters in ranks above, so two firsts are followed by a third. Rows without an interval are left out; ties go by name.
 */
export function rankParameters(rows: readonly SensitivityRow[]): readonly Ranked[] {
  const groups: Bounded[][] = [];
  let floor = Number.POSITIVE_INFINITY;
  for (const row of rows.filter(isBounded).sort((a, b) => b.hi - a.hi)) {
    if (row.hi >= floor) groups.at(-1)!.push(row);
    else groups.push([row]);
    floor = Math.min(...groups.at(-1)!.map(({ lo }) => lo));
  }
  return groups.flatMap((group, at) => {
    const rank = 1 + groups.slice(0, at).flat().length;
    return group.sort(byEstimate).map((row) => ({ rank, row }));
  });
}

function isBounded(row: SensitivityRow): row is Bounded {
  return row.estimate !== null && row.lo !== null && row.hi !== null;
}

function byEstimate(a: Bounded, b: Bounded): number {
  return b.estimate - a.estimate || (a.parameter < b.parameter ? -1 : 1);
}
