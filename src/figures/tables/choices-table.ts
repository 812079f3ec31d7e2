import { type Choice, levelWords, originWords } from '../choices.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';

/** The rows of the list to choose from under the table's name, in the order given; runs are a study's, and missing for a scenario. */
export function choicesTable(name: string, choices: readonly Choice[]): DataTable {
  return dataTable(name, choices, [
    words('kind', ({ kind }) => (kind === 'folder' ? 'study' : kind)),
    words('name', (choice) => choice.name),
    words('title', ({ title }) => title),
    words('level', levelWords),
    words('origin', originWords),
    words('path', ({ path }) => path),
    words('question', ({ question }) => question),
    numbers('runs_n', 'count', (choice) => (choice.kind === 'folder' ? choice.runs : Number.NaN)),
    numbers('problems_n', 'count', ({ problems }) => problems.length),
  ]);
}
