import {
  type ComparisonRow,
  differenceText,
  measureText,
  spreadText,
} from '../../figures/comparison-rows.ts';
import type { Column } from '../paint/list-table.ts';

/** Below this width the last column has no room for a whole sentence. */
const sentenceColumns = 66;

/** The columns of the table of differences in so many cells; `pairs` heads the ranges. */
export function comparisonColumns(pairs: string, room: number): readonly Column<ComparisonRow>[] {
  const rangeText = ({ measure, spread }: ComparisonRow): string =>
    spread.kind === 'none' && room < sentenceColumns ? 'none in any pair' : spreadText(spread, measure);
  return [
    { heading: 'measure', width: 12, rank: 0, grows: true, most: 22, text: ({ measure }) => measure.label },
    { heading: 'A', width: 7, rank: 1, align: 'right', text: ({ measure, a }) => measureText(a, measure) },
    { heading: 'B', width: 7, rank: 1, align: 'right', text: ({ measure, b }) => measureText(b, measure) },
    {
      heading: 'B - A',
      width: 8,
      rank: 0,
      align: 'right',
      text: ({ measure, difference }) => differenceText(difference, measure),
      style: ({ spread }) => (spread.kind === 'range' && !spread.includesZero ? 'strong' : 'plain'),
    },
    {
      heading: pairs,
      width: 20,
      rank: 0,
      grows: true,
      most: 26,
      align: 'right',
      text: rangeText,
      style: ({ spread }) => (spread.kind === 'range' && spread.includesZero ? 'dim' : 'plain'),
    },
  ];
}
