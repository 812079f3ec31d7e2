import { formatMonth, parseMonth } from '../engine/calendar.ts';

/** Months from the first to the last, both included. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** Months of `2018-06..2018-08` or `2018-06`; undefined when the text is none or ends before it begins. */
export function parseWindow(text: string): Window | undefined {
  const [from, to = from, ...more] = text.split('..');
  const [first, last] = [parseMonth(from), parseMonth(to)];
  if (first === undefined || last === undefined || more.length > 0 || last < first) return undefined;
  return { first, last };
}

/** `2018-06..2018-08`, or one month alone. */
export function formatWindow({ first, last }: Window): string {
  return first === last ? formatMonth(first) : `${formatMonth(first)}..${formatMonth(last)}`;
}
