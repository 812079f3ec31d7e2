import { isoDate } from '../../engine/calendar.ts';
import type { Window } from '../../scenario/window.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';
import type { Answered } from '../prediction-questions.ts';

/** What was predicted, one question a row, beside what happened between `from_date` and `until_date`; `is_right` is missing where a question was skipped. */
export function answersTable(
  answers: readonly Answered[],
  { first, last }: Window,
  comparedWith: string,
): DataTable {
  const right = ({ isRight }: Answered): number => (isRight === undefined ? Number.NaN : Number(isRight));
  return dataTable('predictions', answers, [
    words('from_date', () => isoDate(first)),
    words('until_date', () => isoDate(last)),
    words('compared_with', () => comparedWith),
    words('question', ({ asks }) => asks),
    words('said', ({ said }) => said ?? ''),
    words('happened', ({ happened }) => happened),
    numbers('is_right', 'switch', right),
    words('pairs', ({ pairs }) => pairs.join('; ')),
  ]);
}
