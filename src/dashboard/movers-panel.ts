import { nameMonth } from '../engine/calendar.ts';
import { incomeMovers, type Mover, postMovers } from '../figures/movers.ts';
import { moversOfSubject, subjectWords } from '../figures/subject-words.ts';
import { moversTable } from '../figures/tables/movers-table.ts';
import type { RunRecord } from '../model/run-record.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, filterRows, filterWords, tableRows } from './list-state.ts';
import { moverColumns } from './mover-columns.ts';
import { listTable, shownPart } from './paint/list-table.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** What moved of the subject in the month, filtered. */
export function moversOf(snapshot: Snapshot, record: RunRecord): readonly Mover[] {
  const { experiment, state, comparison } = snapshot;
  const of = moversOfSubject(state.subject, record, experiment);
  const { month } = state.player;
  const rows =
    of.kind === 'post'
      ? postMovers(of.index, of.index >= experiment.world.crossings.length, record, month, comparison)
      : incomeMovers(of, record, month, comparison);
  return filterRows(state, 'movers', rows, ({ label }) => label);
}

/** The subject's numbers: now, in a month, on the other run, and the rules that move them. */
export function moversPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { experiment, state, comparison } = snapshot;
  return {
    titleFor: ({ rows }) => {
      const of = moversOfSubject(state.subject, record, experiment);
      const count = moversOf(snapshot, record).length;
      const part = shownPart(count, cursorOf(state, 'movers', count), rows - 1);
      const whose = subjectWords(of, record, experiment);
      return `What moved: ${whose}, ${nameMonth(state.player.month)}${part === '' ? '' : ` (${part})`}${filterWords(state, 'movers')}`;
    },
    paint: (size, theme) => {
      const rows = moversOf(snapshot, record);
      if (rows.length === 0) return emptyList(state, 'movers', 'Nothing of it is measured.', size.columns);
      const cursor = cursorOf(state, 'movers', rows.length);
      return listTable(rows, moverColumns(comparison?.scenarioId), cursor, size, theme);
    },
    table: () => {
      const of = subjectWords(moversOfSubject(state.subject, record, experiment), record, experiment);
      const { month } = state.player;
      return moversTable(moversOf(snapshot, record), of, month, comparison?.scenarioId ?? '');
    },
    list: {
      name: 'movers',
      rowAt: tableRows(state, 'movers', () => moversOf(snapshot, record).length),
      targets: () => moversOf(snapshot, record).map(() => undefined),
    },
  };
}
