import { formatMonth, parseMonth } from '../engine/calendar.ts';
import { UsageError } from './usage-error.ts';

/** Reads `--month 2018-06`, or another option that takes a month, for a run of these months. Throws UsageError when it is no month or lies outside. */
export function readMonthOption(
  text: string,
  { firstMonth, months }: { readonly firstMonth: number; readonly months: number },
  option = 'month',
): number {
  const month = parseMonth(text);
  const last = firstMonth + months - 1;
  if (month !== undefined && month >= firstMonth && month <= last) return month;
  throw new UsageError(
    `--${option} "${text}" is no month of this run. Write one from ${formatMonth(firstMonth)} to ${formatMonth(last)}.`,
  );
}
