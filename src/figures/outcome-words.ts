import { monthColumns } from '../model/observables.ts';
import { formatMoney, formatShare } from './numbers.ts';

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

/** Unit of a column of by_month; empty for a name that is none. */
export function unitOfOutcome(name: string): string {
  return monthColumns.find((column) => column.name === name)?.unit ?? '';
}
