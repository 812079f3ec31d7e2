import { causesOf } from '../figures/causes.ts';
import { moversOfSubject } from '../figures/subject-words.ts';
import { causesTable } from '../figures/tables/causes-table.ts';
import type { RunRecord } from '../model/run-record.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, filterRows, filterWords } from './list-state.ts';
import { causeList } from './paint/cause-list.ts';
import { rowShown } from './paint/list-table.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** The subject's events with what caused them; of a number, those of whom it is about. Enter asks on. */
export function causesPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { experiment, state } = snapshot;
  const { subject } = state;
  const isNumber = subject.kind === 'parameter' || subject.kind === 'change';
  const asked = isNumber ? moversOfSubject(subject, record, experiment) : subject;
  const causes = () =>
    filterRows(
      state,
      'causes',
      causesOf(asked, record, experiment, state.player.month),
      ({ text, date }) => `${date} ${text}`,
    );
  const title = subject.kind === 'event' ? 'The chain, from its root' : 'Events and what caused them';
  return {
    titleFor: () => `${title}${filterWords(state, 'causes')}`,
    paint: (size, theme) => {
      const rows = causes();
      if (rows.length === 0) return emptyList(state, 'causes', 'No event of it yet.', size.columns);
      return causeList(rows, cursorOf(state, 'causes', rows.length), size, theme);
    },
    table: () => causesTable(causes()),
    list: {
      name: 'causes',
      rowAt: ({ row }, inside) => {
        const { length } = causes();
        return rowShown(length, cursorOf(state, 'causes', length), inside.rows, row);
      },
      targets: () => causes().map(({ seq }) => ({ to: 'why', subject: { kind: 'event', seq } })),
    },
  };
}
