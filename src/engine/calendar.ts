import type { Month } from './units.ts';

/** The calendar's month 1. */
const firstYear = 2014;
/** 2014-01 to 2026-12. */
export const calendarMonths = 156;

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Month number of `2018-05`; undefined when the text is no month of the calendar's form (years 2014 to 2099). */
export function parseMonth(text: string): Month | undefined {
  const match = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null) return undefined;
  const month = (Number(match[1]) - firstYear) * 12 + Number(match[2]);
  return month >= 1 ? (month as Month) : undefined;
}

/** `2018-05` for month 53. */
export function formatMonth(month: number): string {
  return `${yearOf(month)}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

/** `May 2018` for month 53. */
export function nameMonth(month: number): string {
  return `${monthNames[monthOfYear(month) - 1]} ${yearOf(month)}`;
}

/** The month's first day as an ISO date, `2018-05-01`. */
export function isoDate(month: number): string {
  return `${formatMonth(month)}-01`;
}

/** 2018 for month 53. */
export function yearOf(month: number): number {
  return firstYear + Math.floor((month - 1) / 12);
}

/** 1 for January to 12 for December. */
export function monthOfYear(month: number): number {
  return ((month - 1) % 12) + 1;
}
