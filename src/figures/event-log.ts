import { nameMonth } from '../engine/calendar.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { marksOf } from './marks.ts';
import type { Subject } from './subject.ts';
import { eventWords, namesById } from './words.ts';

/** One line of the log: a change of the scenario or something that happened. */
export interface LogEntry {
  readonly month: number;
  /** `Jun 2018`. */
  readonly date: string;
  /** Number of the mark when the entry is a change of the scenario, else undefined. */
  readonly mark: number | undefined;
  /** What a chain of causes is asked of when this entry is opened. */
  readonly subject: Subject;
  readonly text: string;
}

/** The scenario's changes and the run's events up to and with a month, oldest first, changes before what follows from them. */
export function eventLog(record: RunRecord, experiment: Experiment, month: number): readonly LogEntry[] {
  const names = namesById(experiment.world);
  const numbers = new Map(marksOf(experiment.changes).map((mark) => [mark.month, mark.number]));
  const changes = experiment.changes.map(({ month: at, label }) =>
    entry(at, label, numbers.get(at), { kind: 'change', month: at }),
  );
  // The model notes its changes as well; the marks above say them with their number.
  // A breach is seen by nobody until somebody raises an alarm; the table of events keeps it.
  const noted = record.events.filter((event) => event.type !== 'change' && event.type !== 'breach');
  const events = noted.map((event) =>
    entry(event.month, eventWords(event, names), undefined, { kind: 'event', seq: event.seq }),
  );
  return [...changes, ...events]
    .filter((one) => one.month <= month)
    .sort((a, b) => a.month - b.month || Number(a.mark === undefined) - Number(b.mark === undefined));
}

function entry(month: number, text: string, mark: number | undefined, subject: Subject): LogEntry {
  return { month, date: nameMonth(month), mark, text, subject };
}
