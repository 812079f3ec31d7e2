import { revenueLines } from '../model/lines.ts';

/** How an outcome reads in the summary. */
export interface OutcomeRow {
  readonly outcome: string;
  readonly label: string;
}

/** Where factions' money comes from, line by line. */
export const moneyRows: readonly OutcomeRow[] = [
  ...revenueLines.map((line) => ({ outcome: `income_${line.id}_usd`, label: line.name })),
  { outcome: 'income_local_usd', label: 'all but patron' },
  { outcome: 'income_total_usd', label: 'all lines' },
];

/** Who else gains and pays, and what becomes of the factions. */
export const otherRows: readonly OutcomeRow[] = [
  { outcome: 'treasury_customs_usd', label: 'treasury customs' },
  { outcome: 'duty_paid_share', label: 'duty paid / owed' },
  { outcome: 'imports_usd', label: 'imports' },
  { outcome: 'smuggled_usd', label: 'goods smuggled' },
  { outcome: 'fighters_n', label: 'fighters' },
  { outcome: 'need_idx', label: 'need, 1 at start' },
];
