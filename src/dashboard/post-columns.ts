import { formatMoney, formatShare } from '../figures/numbers.ts';
import type { HeldPost } from '../figures/who-holds-what.ts';
import type { Column } from './paint/list-table.ts';
import { barOf } from './paint/sparkline.ts';
import type { Theme } from './theme.ts';

/** Orders of the list of crossings, each with the words that ask for it. */
export const postOrders = ['as filed', 'by goods', 'by toll'] as const;

/** The posts in an order of `postOrders`, counted on past its end. */
export function sortPosts(posts: readonly HeldPost[], order: number): readonly HeldPost[] {
  const wanted = postOrders[order % postOrders.length];
  if (wanted === 'as filed') return posts;
  const size = ({ trafficUsd, priceShare }: HeldPost): number =>
    wanted === 'by goods' ? trafficUsd : priceShare;
  return [...posts].sort((a, b) => size(b) - size(a));
}

/** The columns of a list of crossings and inland posts. */
export function postColumns(theme: Theme): readonly Column<HeldPost>[] {
  return [
    {
      heading: '',
      width: 1,
      rank: 0,
      text: ({ holder }) => holder?.letter ?? '-',
      style: ({ holder }) => (holder === undefined ? 'dim' : `faction-${holder.hue}`),
    },
    { heading: 'crossing', width: 14, rank: 0, grows: true, most: 24, text: ({ name }) => name },
    { heading: 'over to', width: 14, rank: 6, text: ({ beyond }) => beyond },
    {
      heading: 'largest holder',
      width: 20,
      grows: true,
      rank: 5,
      text: ({ holder }) => holder?.name ?? 'officials',
    },
    {
      heading: '',
      width: 1,
      rank: 0,
      text: ({ open, flow }) => (open === 0 ? 'x' : barOf(flow, theme)),
      style: ({ open }) => (open === 0 ? 'warn' : 'plain'),
    },
    {
      heading: 'goods',
      width: 7,
      rank: 1,
      align: 'right',
      text: ({ trafficUsd }) => formatMoney(trafficUsd),
    },
    {
      heading: 'toll',
      width: 5,
      rank: 0,
      align: 'right',
      text: ({ open, priceShare }) => (open === 0 ? '-' : formatShare(priceShare)),
    },
    { heading: 'take', width: 6, rank: 4, align: 'right', text: ({ takeUsd }) => formatMoney(takeUsd) },
    {
      heading: 'days',
      width: 4,
      rank: 2,
      align: 'right',
      text: ({ isInland, clearanceDays }) => (isInland ? '' : clearanceDays.toFixed(0)),
    },
    {
      heading: 'patrol',
      width: 6,
      rank: 3,
      align: 'right',
      text: ({ isInland, patrol }) => (isInland ? '' : patrol.toFixed(2)),
    },
    { heading: 'open', width: 6, rank: 3, align: 'right', text: ({ open }) => openWords(open) },
  ];
}

/** `open`, `closed`, or how far it is open, `80%`. */
export function openWords(open: number): string {
  if (open === 0) return 'closed';
  return open >= 1 ? 'open' : formatShare(open, 0);
}
