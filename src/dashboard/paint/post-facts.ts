import { formatMoney, formatShare } from '../../figures/numbers.ts';
import type { Taker } from '../../figures/takers.ts';
import type { HeldPost } from '../../figures/who-holds-what.ts';
import { openWords } from '../post-columns.ts';
import type { Line } from './line.ts';
import type { Column } from './list-table.ts';
import { proseLines } from './prose.ts';

/** What a post is and does in the month, in prose. */
export function postFacts(post: HeldPost, columns: number): readonly Line[] {
  const open = post.open > 0 && post.open < 1 ? `${openWords(post.open)} open` : openWords(post.open);
  const what = post.isInland ? 'inland post' : `to ${post.beyond}`;
  const gate = post.isInland
    ? ''
    : ` Clearing takes ${post.clearanceDays.toFixed(0)} days; patrol index ${post.patrol.toFixed(2)}.`;
  const text = `${what}, ${open}. Goods ${formatMoney(post.trafficUsd)} a month; passing costs ${formatShare(post.priceShare)} of their value.${gate}`;
  return proseLines(text, columns);
}

/** The columns of a list of who takes a toll: what each held at the start, what it takes, its part of what factions take. */
export const takerColumns: readonly Column<Taker>[] = [
  { heading: '', width: 1, rank: 0, text: ({ letter }) => letter, style: ({ hue }) => `faction-${hue}` },
  { heading: 'faction', width: 12, rank: 0, grows: true, text: ({ name }) => name },
  {
    heading: 'at start',
    width: 8,
    rank: 1,
    align: 'right',
    text: ({ heldAtStart }) => (heldAtStart > 0 ? formatShare(heldAtStart, 0) : ''),
  },
  { heading: 'takes', width: 6, rank: 0, align: 'right', text: ({ takeUsd }) => formatMoney(takeUsd) },
  { heading: 'part', width: 4, rank: 0, align: 'right', text: ({ part }) => formatShare(part, 0) },
];
