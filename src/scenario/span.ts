import { calendarMonths, formatMonth, parseMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import { type Chain, inherited } from './chain.ts';
import type { Span } from './timeline.ts';

/** What a caller wants otherwise than the file says. */
export interface SpanOverride {
  /** First month, as a number of the calendar. */
  readonly overrideStart?: number;
  readonly overrideMonths?: number;
}

/** The months of a run: from the file, what it builds on, the caller, or else the whole calendar from its start on. */
export function spanOf(chain: Chain, override: SpanOverride, problems: Problem[]): Span {
  const startFrom = inherited(chain, 'start');
  const monthsFrom = inherited(chain, 'months');
  const firstMonth = override.overrideStart ?? parseMonth(startFrom?.written.start ?? '2014-01') ?? 1;
  const room = calendarMonths - firstMonth + 1;
  const months = override.overrideMonths ?? monthsFrom?.written.months ?? room;
  if (room < 1) {
    const place = startFrom?.file.place(['start']) ?? {};
    const message = `A run that starts in ${formatMonth(firstMonth)} starts after ${formatMonth(calendarMonths)}, the end of the calendar.`;
    problems.push({ ...(override.overrideStart === undefined ? place : {}), message });
  } else if (!Number.isInteger(months) || months < 1 || months > room) {
    const place = override.overrideMonths === undefined ? (monthsFrom?.file.place(['months']) ?? {}) : {};
    const message = `${months} months from ${formatMonth(firstMonth)} on cannot be run: the calendar ends in ${formatMonth(calendarMonths)}. Give 1 to ${room}.`;
    problems.push({ ...place, message });
  }
  return {
    firstMonth: Math.min(firstMonth, calendarMonths),
    months: Math.floor(Math.max(Math.min(months, room), 1)) || 1,
  };
}
