import { nameMonth } from '../../engine/calendar.ts';
import type { ParameterFacts } from '../../figures/parameter-facts.ts';
import type { ShockKind } from '../../scenario/shock-kind.ts';
import { fitLines, type Line, span } from '../paint/line.ts';
import { type Column, listTable } from '../paint/list-table.ts';
import { proseLines } from '../paint/prose.ts';

import type { Snapshot } from '../snapshot.ts';
import type { Theme } from '../theme.ts';
import { type Armed, type Arming, armedShock, type ShockPalette, shockLengths } from './arming.ts';
import { type Chooser, chosenAmong, type Named } from './chooser.ts';
import { formulaPanel } from './formula-panel.ts';
import type { PanelOver } from './panel-over.ts';
import { lengthWords } from './shock-rows.ts';

/** The panel of the step at hand. */
export function palettePanel(
  arming: Arming,
  palette: ShockPalette,
  month: number,
  parameters: readonly ParameterFacts[],
): PanelOver {
  switch (arming.step) {
    case 'kind':
      return chooserPanel('Throw in a shock', arming.list, palette.kinds, kindColumns);
    case 'crossing':
      return chooserPanel(`${arming.kind.name}: which one`, arming.list, palette.crossings, nameColumns);
    case 'formula':
      return formulaPanel(arming, parameters);
    case 'armed':
      return armedPanel(arming, month);
  }
}

/** The panel of a snapshot; undefined where no shock is on its way. */
export function palettePanelOf({ state, palette, parameters }: Snapshot): PanelOver | undefined {
  if (state.arming === undefined || typeof palette === 'string') return undefined;
  return palettePanel(state.arming, palette, state.player.month, parameters);
}

const nameColumns: readonly Column<Named>[] = [
  { heading: 'crossing', width: 30, rank: 0, grows: true, text: ({ name }) => name },
];

const kindColumns: readonly Column<ShockKind>[] = [
  { heading: 'kind', width: 36, rank: 0, grows: true, most: 40, text: ({ name }) => name },
  { heading: 'strengths', width: 30, rank: 1, grows: true, text: strengthsWords },
];

function strengthsWords({ strengths }: ShockKind): string {
  const words = [strengths[0], ...strengths.slice(1).slice(-1)].map((strength) => strength.words);
  return words.filter((text) => text !== '').join(' .. ');
}

function chooserPanel<Row extends Named>(
  title: string,
  list: Chooser,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): PanelOver {
  const shown = chosenAmong(list, rows);
  const cursor = list.isFiltering ? '_' : '';
  const filter = list.filter === '' && !list.isFiltering ? '/ filter' : `/${list.filter}${cursor}`;
  return {
    titleFor: () => `${title} (${filter})`,
    paint: (size, theme) =>
      shown.length === 0
        ? proseLines('None holds that text. Esc takes the filter away.', size.columns, 'dim')
        : listTable(shown, columns, list.row, size, theme),
    rows: rows.length + 1,
  };
}

/** What would be thrown in, and how keys change it. */
function armedPanel(armed: Armed, month: number): PanelOver {
  return {
    titleFor: () => 'ARMED: nothing happens before Enter',
    paint: (size, theme) => fitLines(armedLines(armed, month, theme), size),
    rows: 5,
  };
}

function armedLines(armed: Armed, month: number, theme: Theme): readonly Line[] {
  const { at, until, label } = armedShock(armed, month);
  const { strengths } = armed.kind;
  const line = (what: string, value: string, keys: string): Line => [
    span(` ${what.padEnd(9)}`, 'dim'),
    span(value.padEnd(30), 'strong'),
    span(` ${keys}`, 'dim'),
  ];
  const strength = `${strengths[armed.strength].words} (${armed.strength + 1} of ${strengths.length})`;
  return [
    [span(` ${label}`, 'warn')],
    ...(strengths.length > 1 ? [line('strength', strength, theme.glyphs.arrows)] : []),
    line('length', lengthWords(shockLengths[armed.length]), '[ ]'),
    line('holds', spanWords(at, until), 'h l month'),
    [span(' Enter fires it, Esc goes a step back', 'strong')],
  ];
}

function spanWords(at: number, until: number | undefined): string {
  if (until === undefined) return `${nameMonth(at)} for good`;
  return until === at ? `${nameMonth(at)} only` : `${nameMonth(at)} to ${nameMonth(until)}`;
}
