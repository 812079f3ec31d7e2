import { formatMoney, formatShare } from '../figures/numbers.ts';
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

/** A number in the words of its unit: `$39.3m`, `16.1%`, `12,300`, `1.04`. */
export function formatOutcome(value: number, unit: string): string {
  if (unit === 'usd') return formatMoney(value);
  if (unit === 'share') return formatShare(value);
  if (unit === 'persons' || unit === 'count') return (Math.round(value) + 0).toLocaleString('en');
  return value.toFixed(3);
}

/** The same with its sign. */
export function formatDifference(value: number, unit: string): string {
  const text = formatOutcome(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
