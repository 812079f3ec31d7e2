import { type EditedRow, editedRows } from '../figures/parameter-edits.ts';
import { parameterOrders, sortParameters } from '../figures/parameter-rows.ts';
import { parametersTable } from '../figures/tables/parameters-table.ts';
import type { Editable } from './edit-parameter.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, filterRows, filterWords, tableRows } from './list-state.ts';
import { fitLines } from './paint/line.ts';
import { listTable, shownPart } from './paint/list-table.ts';
import { proseLines } from './paint/prose.ts';
import type { Panel, View } from './panel.ts';
import { parameterColumns } from './parameter-columns.ts';
import type { Snapshot } from './snapshot.ts';
import { aboutParameter } from './why-about.ts';

/** Every parameter in the month, and below what is known of the one under the cursor. */
export function paramsView(snapshot: Snapshot): View {
  return {
    panels: [listPanel(snapshot), aboutPanel(snapshot)],
    arrange: (size, _form, draw) => {
      const below = Math.max(4, Math.min(14, Math.floor(size.rows * 0.36)));
      return [...draw(0, { ...size, rows: size.rows - below }), ...draw(1, { ...size, rows: below })];
    },
  };
}

function listed({ parameters, experiment, original = experiment, state }: Snapshot): readonly EditedRow[] {
  const { shocks } = state.thrown;
  const { month } = state.player;
  const rows = editedRows(parameters, experiment.timeline, original.timeline, shocks, month);
  const sorted = sortParameters(rows, state.orders.parameters ?? 0, state.reversed.parameters === true);
  return filterRows(
    state,
    'parameters',
    sorted,
    ({ facts }) => `${facts.name} ${facts.meaning} ${facts.rule} ${facts.confidence}`,
  );
}

function listOf(snapshot: Snapshot): NonNullable<Panel['list']> {
  return {
    name: 'parameters',
    targets: () =>
      listed(snapshot).map(({ facts }) => ({ to: 'why', subject: { kind: 'parameter', name: facts.name } })),
    edit: () => editable(snapshot),
  };
}

function chosenRow(snapshot: Snapshot): EditedRow | undefined {
  const rows = listed(snapshot);
  return rows[cursorOf(snapshot.state, 'parameters', rows.length)];
}

/** The parameter under the cursor with its value in the month, to 12 digits. */
function editable(snapshot: Snapshot): Editable | undefined {
  const { palette } = snapshot;
  if (typeof palette === 'string') return { refused: palette };
  const row = chosenRow(snapshot);
  return row && { name: row.facts.name, text: String(Number(row.value.toPrecision(12))) };
}

function listPanel(snapshot: Snapshot): Panel {
  const { state } = snapshot;
  const order = state.orders.parameters ?? 0;
  return {
    titleFor: ({ rows }) => {
      const count = listed(snapshot).length;
      const part = shownPart(count, cursorOf(state, 'parameters', count), rows - 1);
      const [now, next] = [order, order + 1].map((at) => parameterOrders[at % parameterOrders.length]);
      return `Parameters ${part === '' ? count : part}, ${now}, o: ${next}, * changed now, c: change it${filterWords(state, 'parameters')}`;
    },
    paint: (size, theme) => {
      const rows = listed(snapshot);
      if (rows.length === 0) return emptyList(state, 'parameters', unknown, size.columns);
      return listTable(rows, parameterColumns(rows), cursorOf(state, 'parameters', rows.length), size, theme);
    },
    table: () => parametersTable(listed(snapshot), state.player.month),
    list: { ...listOf(snapshot), rowAt: tableRows(state, 'parameters', () => listed(snapshot).length) },
  };
}

const unknown = 'The run came without its world file, so its parameters are not known.';

function aboutPanel(snapshot: Snapshot): Panel {
  const { state, experiment } = snapshot;
  const chosen = (): EditedRow | undefined => chosenRow(snapshot);
  return {
    titleFor: () => chosen()?.facts.name ?? 'No parameter',
    paint: (size) => {
      const row = chosen();
      if (row === undefined) return [];
      const texts = [
        `${row.facts.meaning}.`,
        ...aboutParameter(row.facts, experiment.timeline, state.player.month),
      ];
      return fitLines(
        texts.flatMap((text) => proseLines(text, size.columns)),
        size,
      );
    },
    table: () => {
      const row = chosen();
      return parametersTable(row === undefined ? [] : [row], state.player.month);
    },
    list: listOf(snapshot),
  };
}
