import { formatMoney, formatShare } from '../figures/numbers.ts';
import { formatDifference } from '../figures/outcome-words.ts';
import type { Difference } from '../study/compare.ts';
import type { Interval } from '../study/interval.ts';
import type { Replacement } from '../study/replacement.ts';
import { bracketed } from './bracketed.ts';

/** What the patron pays less, what other lines bring more, and how much of the loss that makes up, each with its interval. */
export function replacementSentence({ lost, gained, share }: Replacement): string {
  const patron =
    lost.estimate === 0
      ? 'The patron pays as much as before.'
      : `The patron pays ${money(lost)} a month ${lost.estimate > 0 ? 'less' : 'more'}.`;
  const local = `All other lines bring ${money(gained)} ${gained.estimate >= 0 ? 'more' : 'less'}`;
  if (share === undefined) return `${patron} ${local}.`;
  const percent = (value: number): string => formatShare(value, 0);
  return `${patron} ${local}: ${`${percent(share.estimate)} ${bracketed(share, percent)}`.trim()} of the loss is made up.`;
}

/** Whether the treasury loses customs by it, with the interval. */
export function treasurySentence(row: Difference): string {
  const interval = bracketed(row.difference, (value) => formatDifference(value, row.unit));
  const change = `${formatDifference(row.difference.estimate, row.unit)} ${interval}`.trim();
  switch (row.verdict) {
    case 'lower':
      return `The treasury pays: ${change} of customs a month.`;
    case 'higher':
      return `The treasury gains: ${change} of customs a month.`;
    case 'equal':
      return 'Not the treasury: its customs are the same to the cent in every pair of runs.';
    case 'no detectable difference':
      return `Not seen in the treasury: ${change} of customs a month, no detectable difference at n = ${row.pairs}.`;
    case 'one pair, no interval':
      return `The treasury's customs: ${change} a month in one pair of runs.`;
  }
}

/** The size of an amount, its direction told in words. */
function money(interval: Interval): string {
  const sized = interval.estimate >= 0 ? interval : negated(interval);
  return `${formatMoney(sized.estimate)} ${bracketed(sized, formatMoney)}`.trim();
}

function negated({ estimate, lo, hi, n }: Interval): Interval {
  return { estimate: -estimate, lo: hi === null ? null : -hi, hi: lo === null ? null : -lo, n };
}
