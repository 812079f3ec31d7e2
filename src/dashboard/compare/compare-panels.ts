import { nameMonth } from '../../engine/calendar.ts';
import type { ComparedMeasure } from '../../figures/compared-measures.ts';
import { type Sides, yearUpTo } from '../../figures/compared-sides.ts';
import { comparisonRows, includesZeroWords, pairsText } from '../../figures/comparison-rows.ts';
import type { DataTable } from '../../figures/data-table.ts';
import { differenceOverTime } from '../../figures/difference-over-time.ts';
import type { TimeFigure } from '../../figures/figure.ts';
import { measureOverTime } from '../../figures/measure-over-time.ts';
import { incomeMovers, type Mover } from '../../figures/movers.ts';
import { fewestPairs } from '../../figures/pair-differences.ts';
import { sourcesSideBySide } from '../../figures/sources-side-by-side.ts';
import { comparedMonthsTable } from '../../figures/tables/compared-months-table.ts';
import { comparisonTable } from '../../figures/tables/comparison-table.ts';
import { incomeTable } from '../../figures/tables/income-table.ts';
import { emptyList } from '../empty-list.ts';
import { cursorOf, filterWords, tableRows } from '../list-state.ts';
import { differenceChart } from '../paint/difference-chart.ts';
import { fitLine, fitLines, span } from '../paint/line.ts';
import { listTable, shownPart } from '../paint/list-table.ts';
import { timeChart } from '../paint/time-chart.ts';
import type { Panel } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import { listedMeasures } from './compare-keys.ts';
import { comparisonColumns } from './compare-table.ts';

/** The measure under the cursor; the first where the filter leaves none. */
export function chosenMeasure({ state }: Snapshot): ComparedMeasure {
  const listed = listedMeasures(state);
  return listed[cursorOf(state, 'measures', listed.length)] ?? listedMeasures({ ...state, filters: {} })[0];
}

/** In every panel up and down choose the measure, and Enter asks why. */
function listOf({ state, record, comparison }: Snapshot): NonNullable<Panel['list']> {
  return {
    name: 'measures',
    targets: () => {
      const movers =
        record === undefined ? [] : incomeMovers({ kind: 'all' }, record, state.player.month, comparison);
      return listedMeasures(state).map((measure) => ({
        to: 'why',
        subject: { kind: 'all' },
        mover: moverOf(measure, movers),
      }));
    },
  };
}

/** Row of what moved by rules that tells of a measure; the first where none does. */
function moverOf({ columns }: ComparedMeasure, movers: readonly Mover[]): number {
  return Math.max(
    0,
    movers.findIndex(({ outcome, rules }) => rules.length > 0 && columns.includes(outcome)),
  );
}

/** What heads the ranges, in at most 20 cells. */
function rangeHeading(pairs: Snapshot['pairs'], played: number): string {
  if (pairs === undefined) return '90%: no pairs yet';
  if (played < fewestPairs) return '90% of pairs';
  return `90%${played < pairs.wanted ? ',' : ' of'} ${pairsText(played, pairs.wanted)}`;
}

/** How many pairs stand behind the ranges; empty where none were asked for. */
function pairWords({ pairs }: Snapshot): string {
  return pairs === undefined ? '' : pairsText(pairs.scenario.length, pairs.wanted);
}

/** Fewer rows than these show measures and no footnote. */
const footnoteRows = 5;

/** Every measure of both, the difference and its range. */
export function changedPanel(snapshot: Snapshot, sides: Sides): Panel {
  const { state, pairs } = snapshot;
  const { month, firstMonth } = state.player;
  const labels = listedMeasures(state);
  return {
    titleFor: ({ rows }) => {
      const { from, until } = yearUpTo(month, firstMonth);
      const many = until - from + 1;
      const mean = many === 1 ? 'that month alone' : `means of ${many} months`;
      const listed = labels.length;
      const part = shownPart(listed, cursorOf(state, 'measures', listed), rows - 2);
      return `What changed by ${nameMonth(month)} (${mean}${part === '' ? '' : `; ${part}`}${filterWords(state, 'measures')})`;
    },
    paint: (size, theme) => {
      if (labels.length === 0) return emptyList(state, 'measures', 'Nothing is compared.', size.columns);
      const rows = comparisonRows(sides, pairs, month).filter(({ measure }) => labels.includes(measure));
      const played = pairs?.scenario.length ?? 0;
      const heading = rangeHeading(pairs, played);
      const hasNote = size.rows >= footnoteRows;
      const table = listTable(
        rows,
        comparisonColumns(heading, size.columns),
        cursorOf(state, 'measures', rows.length),
        { ...size, rows: size.rows - (hasNote ? 1 : 0) },
        theme,
      );
      return hasNote ? [...table, fitLine([span(includesZeroWords)], size.columns)] : table;
    },
    table: () => {
      const rows = comparisonRows(sides, pairs, month).filter(({ measure }) => labels.includes(measure));
      return comparisonTable(rows, sides, pairs?.scenario.length ?? 0, month);
    },
    list: {
      ...listOf(snapshot),
      rowAt: tableRows(
        state,
        'measures',
        () => labels.length,
        ({ rows }) => (rows >= footnoteRows ? 1 : 0),
      ),
    },
  };
}

/** The measure under the cursor in A alone, in B alone, or in both. */
export function measurePanel(snapshot: Snapshot, sides: Sides, which: 'a' | 'b' | 'both'): Panel {
  const figure = (): TimeFigure => measureOverTime(sides, chosenMeasure(snapshot))[which];
  const names = {
    a: `A ${sides.a.name}`,
    b: `B ${sides.b.name}`,
    both: `A ${sides.a.name}, B ${sides.b.name}`,
  };
  return {
    titleFor: () => {
      const { title, unit } = figure();
      const words = `${title}, ${unit}`;
      return which === 'both' ? `${words}: ${names.both}` : `${names[which]}: ${words}`;
    },
    paint: (size, theme) => timeChart(figure(), snapshot.state.player.month, size, theme),
    table: () => monthsOf(which === 'both' ? 'measure' : `measure-${which}`, snapshot, sides),
    list: listOf(snapshot),
  };
}

function monthsOf(name: string, snapshot: Snapshot, sides: Sides): DataTable {
  const { pairs, state } = snapshot;
  return comparedMonthsTable(name, sides, chosenMeasure(snapshot), pairs, state.player.month);
}

/** Income by source of one of the two. */
export function sourcesPanel(snapshot: Snapshot, sides: Sides, which: 'a' | 'b'): Panel {
  const figure = (): TimeFigure => sourcesSideBySide(sides)[which];
  return {
    titleFor: () => {
      const { title, unit } = figure();
      return `${which.toUpperCase()} ${sides[which].name}: ${title.toLowerCase()}, ${unit}`;
    },
    paint: (size, theme) => timeChart(figure(), snapshot.state.player.month, size, theme),
    table: () => {
      const { month } = snapshot.state.player;
      return { ...incomeTable(sides[which].record, month), name: `income-${which}` };
    },
    list: listOf(snapshot),
  };
}

/** B - A of the measure under the cursor, month by month. */
export function differencePanel(snapshot: Snapshot, sides: Sides): Panel {
  const { pairs, state } = snapshot;
  return {
    titleFor: ({ columns }) => {
      const played = pairs?.scenario.length ?? 0;
      const range = played < fewestPairs ? pairWords(snapshot) : `dots: 90% of ${pairWords(snapshot)}`;
      const words = range === '' ? '' : `, ${range}`;
      const whole = `B - A: ${chosenMeasure(snapshot).label}${words}`;
      return whole.length + 4 <= columns ? whole : `B - A${words}`;
    },
    paint: (size, theme) =>
      fitLines(
        differenceChart(
          differenceOverTime(sides, chosenMeasure(snapshot), pairs),
          state.player.month,
          size,
          theme,
        ),
        size,
      ),
    table: () => monthsOf('difference', snapshot, sides),
    list: listOf(snapshot),
  };
}
