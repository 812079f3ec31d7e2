import type { Mover } from '../figures/movers.ts';
import { formatDifference, formatOutcome } from '../figures/outcome-words.ts';
import type { Column } from './paint/list-table.ts';

/** A difference with its sign; `=` where no digit of it shows, `-` where one side is unknown. */
function difference(one: number, other: number, unit: string): string {
  if (!Number.isFinite(one - other)) return '-';
  const text = formatDifference(one - other, unit);
  return /[1-9]/.test(text) ? text : '=';
}

const widestDifference = 11;

/** `on baseline`, or `on other` where the other run's name is long. */
function differenceHeading(comparedWith: string): string {
  const heading = `on ${comparedWith}`;
  return heading.length <= widestDifference ? heading : 'on other';
}

/** The columns of what moved: the number, its change since last month, its difference to the other run, and the rules that move it. */
export function moverColumns(comparedWith: string | undefined): readonly Column<Mover>[] {
  return [
    {
      heading: '',
      width: 1,
      rank: 0,
      text: ({ letter }) => letter,
      style: ({ hue }) => (hue < 0 ? 'plain' : `line-${hue}`),
    },
    { heading: 'line', width: 18, rank: 0, text: ({ label }) => label },
    {
      heading: 'now',
      width: 8,
      rank: 0,
      align: 'right',
      text: ({ value, unit }) => formatOutcome(value, unit),
    },
    {
      heading: 'in a month',
      width: 10,
      rank: 0,
      align: 'right',
      text: ({ value, before, unit }) => difference(value, before, unit),
    },
    ...(comparedWith === undefined
      ? []
      : [
          {
            heading: differenceHeading(comparedWith),
            width: widestDifference,
            rank: 1,
            align: 'right' as const,
            text: ({ value, compared, unit }: Mover) => difference(value, compared, unit),
          },
        ]),
    { heading: 'moved by rules', width: 8, rank: 0, grows: true, text: ({ rules }) => rules.join(', ') },
  ];
}
