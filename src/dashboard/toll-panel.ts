import { tollsTable } from '../figures/tables/tolls-table.ts';
import { tollFigure } from '../figures/toll-figure.ts';
import type { TollCurve } from '../model/toll-curve.ts';
import { fitLines, type Size } from './paint/line.ts';
import { proseLines } from './paint/prose.ts';
import { tollChart } from './paint/toll-chart.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** Titles, the longest first; the first that fits is taken. */
const titles = [
  'What another toll would bring, all else as it is (> asked, * most)',
  'Another toll, all else as it is (> asked, * most)',
  'Another toll, all else as it is',
];

const nothing = {
  closed: 'Closed in this month: no toll would bring anything.',
  unused: 'No goods come this way in this month: no toll would bring anything.',
} as const;

/** What another toll at the post would bring in the month, or why that is not said. */
export function tollPanel(snapshot: Snapshot, post: number): Panel {
  const curve = curveOf(snapshot, post);
  const list: Panel['list'] = {
    name: 'movers',
    targets: () => [{ to: 'why', subject: { kind: 'post', index: post } }],
  };
  if (typeof curve === 'string')
    return { titleFor, list, paint: (size) => fitLines(proseLines(curve, size.columns, 'dim'), size) };
  const { world } = snapshot.experiment;
  return {
    titleFor,
    list,
    paint: (size, theme) => tollChart(tollFigure(curve, world), size, theme),
    table: () => tollsTable(curve, world),
  };
}

function titleFor({ columns }: Size): string {
  return titles.find((title) => title.length <= columns - 4) ?? titles[titles.length - 1];
}

function curveOf({ state, tolls, palette }: Snapshot, post: number): TollCurve | string {
  if (state.player.isPlaying) return 'Pause (space) to see what another toll would bring.';
  if (tolls?.post === post && tolls.month === state.player.month)
    return tolls.kind === 'curve' ? tolls : nothing[tolls.kind];
  return typeof palette === 'string'
    ? 'Not worked out for a run that is only looked at: maabar run shows it.'
    : 'Being worked out: the run is played again up to this month.';
}
