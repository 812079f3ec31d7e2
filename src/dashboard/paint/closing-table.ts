import type { Closing, Diverted } from '../../figures/closing.ts';
import { formatMoney } from '../../figures/numbers.ts';
import type { Column } from './list-table.ts';

/** What the closing did to the post's own traffic and to all of its kind, over how many months, and what the numbers are not. */
export function closingSentence({ monthsBefore, monthsAfter, own, others }: Closing): string {
  const all = [own, ...others];
  const before = sum(all.map(({ beforeUsd }) => beforeUsd));
  const after = sum(all.map(({ afterUsd }) => afterUsd));
  const lost = `Its goods went from ${formatMoney(own.beforeUsd)} to ${formatMoney(own.afterUsd)} a month`;
  const whole = `all together from ${formatMoney(before)} to ${formatMoney(after)}`;
  return `${lost}, ${whole} (means of ${monthsBefore} months before, ${monthsAfter} from then on). All that changed then, not the closing alone.`;
}

/** The columns of a list of the others' traffic before and after. */
export const closingColumns: readonly Column<Diverted>[] = [
  { heading: 'elsewhere', width: 12, rank: 0, grows: true, text: ({ name }) => name },
  { heading: 'before', width: 7, rank: 0, align: 'right', text: ({ beforeUsd }) => formatMoney(beforeUsd) },
  { heading: 'after', width: 7, rank: 0, align: 'right', text: ({ afterUsd }) => formatMoney(afterUsd) },
  {
    heading: 'change',
    width: 8,
    rank: 0,
    align: 'right',
    text: ({ beforeUsd, afterUsd }) => signed(afterUsd - beforeUsd),
  },
];

function signed(usd: number): string {
  return `${usd > 0 ? '+' : ''}${formatMoney(usd)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
