import { eventLog, type LogEntry } from '../figures/event-log.ts';
import { eventsTable } from '../figures/tables/events-table.ts';
import type { RunRecord } from '../model/run-record.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, filterRows, filterWords } from './list-state.ts';
import { entryAt, eventList } from './paint/event-list.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** The event log up to the month; `isInFocus` marks the entry that Enter asks about. */
export function eventsPanel(snapshot: Snapshot, record: RunRecord, isInFocus: boolean): Panel {
  const { state, experiment } = snapshot;
  const entries = (): readonly LogEntry[] =>
    filterRows(
      state,
      'events',
      eventLog(record, experiment, state.player.month),
      ({ text, date }) => `${date} ${text}`,
    );
  const backOf = (count: number): number => (isInFocus ? cursorOf(state, 'events', count) : 0);
  return {
    titleFor: () =>
      `Events (${entries().length}${filterWords(state, 'events')})${state.overlay === 'log' ? '  Enter: why' : '  L: all'}`,
    paint: (size, theme) => {
      const shown = entries();
      if (shown.length === 0) return emptyList(state, 'events', 'Nothing has happened yet.', size.columns);
      const back = backOf(shown.length);
      return eventList(shown, back, size, theme, isInFocus);
    },
    table: () => eventsTable(entries()),
    list: {
      name: 'events',
      rowAt: ({ row }, inside) => {
        const count = entries().length;
        return entryAt(count, backOf(count), inside, row);
      },
      targets: () => entries().map(({ subject }) => ({ to: 'why', subject })),
    },
  };
}
