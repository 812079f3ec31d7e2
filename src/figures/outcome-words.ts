import type { Unit } from '../engine/units.ts';
import { monthColumns } from '../model/observables.ts';
import { formatMoney, formatShare, moneyScale } from './numbers.ts';

/** A number in the words of its unit: `$39.3m`, `16.1%`, `12,300`, `1.04`. */
export function formatOutcome(value: number, unit: string): string {
  if (unit === 'usd') return formatMoney(value);
  if (unit === 'share') return formatShare(value);
  if (unit === 'days') return value.toFixed(1);
  if (unit === 'persons' || unit === 'count') return (Math.round(value) + 0).toLocaleString('en');
  return indexText(value, 3);
}

/** The same with its sign; of an index as many decimals as show its first digit, at least 3 and at most 6. */
export function formatDifference(value: number, unit: string): string {
  const text = isPlain(unit) ? indexText(value, decimalsShowing(value)) : formatOutcome(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Neither money, share, days nor a count. */
function isPlain(unit: string): boolean {
  return !['usd', 'share', 'days', 'persons', 'count'].includes(unit);
}

function decimalsShowing(value: number): number {
  const first = value === 0 ? 0 : -Math.floor(Math.log10(Math.abs(value)));
  return Math.min(6, Math.max(3, first));
}

/** Nothing is left of a number that reads as zero, not even its sign. */
function indexText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return /[1-9]/.test(text) ? text : '0.000';
}

/**
 * Writes numbers up to `largest` so that two that differ by `step` do not read the same: all in one scale and with equally many decimals, at
 * most 8. A step of 0 or less asks for no more digits than usual.
 */
export function fineFormat(unit: string, largest: number, step: number): (value: number) => string {
  if (!(step > 0)) return (value) => formatOutcome(value, unit);
  if (unit === 'usd') {
    const { divisor, suffix } = moneyScale(largest);
    const digits = decimalsFor(step / divisor);
    return (value) => {
      const text = Math.abs(value / divisor).toFixed(digits);
      return `${value < 0 && Number(text) > 0 ? '-' : ''}$${text}${suffix}`;
    };
  }
  if (unit === 'share') return (value) => formatShare(value, decimalsFor(step * 100));
  const digits = decimalsFor(step);
  return (value) =>
    (value + 0).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Writes numbers of a range with digits enough to tell a fiftieth of it. */
export function rangeFormat(unit: string, [low, high]: readonly [number, number]): (value: number) => string {
  return fineFormat(unit, Math.max(Math.abs(low), Math.abs(high)), (high - low) / 50);
}

/** Decimals of a number whose last digit is worth at most `step`. */
function decimalsFor(step: number): number {
  let [digits, worth] = [0, 1];
  while (worth > step && digits < 8) {
    worth /= 10;
    digits++;
  }
  return digits;
}

/** Unit of a column of by_month; empty for a name that is none. */
export function unitOfOutcome(name: string): Unit | '' {
  return monthColumns.find((column) => column.name === name)?.unit ?? '';
}
