import type { Gauge } from '../figures/gauge.ts';
import { gaugesTable } from '../figures/tables/gauges-table.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, filterRows, filterWords } from './list-state.ts';
import { gaugeAt, gaugeGrid, showsDifferences } from './paint/gauge-grid.ts';
import type { Panel } from './panel.ts';
import type { ListName } from './place.ts';
import type { Snapshot } from './snapshot.ts';

/** Gauges of one subject as a list that a cursor moves in; Enter asks why of the one under it. */
export function gaugesPanel(
  snapshot: Snapshot,
  list: ListName,
  title: string,
  gauges: () => readonly Gauge[],
  isInFocus: boolean,
): Panel {
  const { state, comparison } = snapshot;
  const shown = (): readonly Gauge[] => filterRows(state, list, gauges(), ({ label }) => label);
  const other = comparison === undefined ? '' : `, change on ${comparison.scenarioId}`;
  return {
    titleFor: (size) => `${title}${showsDifferences(shown(), size) ? other : ''}${filterWords(state, list)}`,
    paint: (size, theme) => {
      const rows = shown();
      if (rows.length === 0) return emptyList(state, list, 'Nothing is measured here.', size.columns);
      return gaugeGrid(rows, isInFocus ? cursorOf(state, list, rows.length) : -1, size, theme);
    },
    table: () => gaugesTable(list, shown(), state.player.month, comparison?.scenarioId ?? ''),
    list: {
      name: list,
      rowAt: (at, inside) => {
        const rows = shown();
        return gaugeAt(rows, isInFocus ? cursorOf(state, list, rows.length) : -1, inside, at);
      },
      targets: () => shown().map(({ subject = { kind: 'all' } }) => ({ to: 'why', subject })),
    },
  };
}
