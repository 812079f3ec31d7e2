import { isoDate } from '../../engine/calendar.ts';
import type { Cause } from '../causes.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';

/** Chains of events in the order shown; `depth_n` counts the events before it in its chain. */
export function causesTable(causes: readonly Cause[]): DataTable {
  return dataTable('causes', causes, [
    words('date', ({ month }) => isoDate(month)),
    numbers('seq', 'count', ({ seq }) => seq),
    numbers('cause_seq', 'count', ({ causeSeq }) => (causeSeq > 0 ? causeSeq : Number.NaN)),
    numbers('depth_n', 'count', ({ depth }) => depth),
    words('rule', ({ rule }) => rule ?? ''),
    words('text', ({ text }) => text),
  ]);
}
