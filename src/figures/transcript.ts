import { monthOfYear, nameMonth, yearOf } from '../engine/calendar.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Comparison } from './comparison.ts';
import { marksOf } from './marks.ts';
import { monthSentence } from './month-sentence.ts';

/** A run told from its start to its end: a line for each dated change, and one at the end of each year. Sentences without any sign that is drawn. */
export function runTranscript(
  record: RunRecord,
  experiment: Experiment,
  comparison?: Comparison,
): readonly string[] {
  const last = record.firstMonth + record.months - 1;
  const months = Array.from({ length: record.months }, (_, at) => record.firstMonth + at);
  const marks = marksOf(experiment.changes);
  return months.flatMap((month) => {
    const mark = marks.find((each) => each.month === month);
    const change = mark === undefined ? [] : [`${nameMonth(month)}, change ${mark.number}: ${mark.label}.`];
    const isYearEnd = month === last || monthOfYear(month) === 12;
    return isYearEnd ? [...change, yearLine(record, experiment, month, comparison)] : change;
  });
}

/** `2019, in Dec: Factions take $240m (baseline $231m); customs 26% of it; contracts up $13.0m in a year.` */
function yearLine(
  record: RunRecord,
  experiment: Experiment,
  month: number,
  comparison: Comparison | undefined,
): string {
  // A change has a line of its own.
  const clauses = monthSentence(record, { ...experiment, changes: [] }, month, comparison);
  const [monthName] = nameMonth(month).split(' ');
  return `${yearOf(month)}, in ${monthName}: ${clauses.join('; ').replaceAll(' +$', ' up $').replaceAll(' -$', ' down $')}.`;
}
