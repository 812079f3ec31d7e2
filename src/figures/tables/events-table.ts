import { isoDate } from '../../engine/calendar.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';
import type { LogEntry } from '../event-log.ts';

/** The log as shown: changes with their number, events with the number by which `cause_seq` of a study's tables names them. */
export function eventsTable(entries: readonly LogEntry[]): DataTable {
  return dataTable('events', entries, [
    words('date', ({ month }) => isoDate(month)),
    numbers('change_n', 'count', ({ mark }) => mark ?? Number.NaN),
    numbers('seq', 'count', ({ subject }) => (subject.kind === 'event' ? subject.seq : Number.NaN)),
    words('text', ({ text }) => text),
  ]);
}
