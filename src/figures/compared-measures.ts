import type { Unit } from '../engine/units.ts';
import { type LineId, revenueLines } from '../model/lines.ts';
import { unitOfOutcome } from './outcome-words.ts';

/** A number of a month by which two runs are compared. */
export interface ComparedMeasure {
  readonly label: string;
  /** Columns of by_month that are added up, at least one. */
  readonly columns: readonly string[];
  /** Unit of its columns. */
  readonly unit: Unit | '';
  /** Whether it is a part of all income, and with the other parts makes the whole. */
  readonly isSource: boolean;
}

/** Two lines that are taken from people rather than from goods are one source here. */
const joined: readonly LineId[] = ['extortion', 'ransom'];

/** What is compared, in the order of the table: all income, its sources, then what the state and the pact are left with. */
export const comparedMeasures: readonly ComparedMeasure[] = [
  measure('total income', ['income_total_usd']),
  ...revenueLines
    .filter(({ id }) => !joined.includes(id))
    .map(({ id, name }) => measure(name, [`income_${id}_usd`], true)),
  measure(
    'extortion + ransom',
    joined.map((id) => `income_${id}_usd`),
    true,
  ),
  measure('duty to the treasury', ['treasury_customs_usd']),
  measure('imports', ['imports_usd']),
  measure('goods smuggled past', ['smuggled_usd']),
  measure('pact cohesion', ['pact_cohesion_idx']),
  measure('who holds posts, HHI', ['posts_hhi_idx']),
];

/** Columns of by_month that the measures read; pairs of runs keep these. */
export const comparedColumns: readonly string[] = [
  ...new Set(comparedMeasures.flatMap(({ columns }) => columns)),
];

function measure(label: string, columns: readonly string[], isSource = false): ComparedMeasure {
  return { label, columns, unit: unitOfOutcome(columns[0]), isSource };
}
