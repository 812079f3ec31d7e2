import { isoDate } from '../../engine/calendar.ts';
import { type DataTable, dataTable, numbers, rowUnit, words } from '../data-table.ts';
import { rangeWords } from '../parameter-facts.ts';
import type { ParameterRow } from '../parameter-rows.ts';

/** Parameters in a month: value, what the world file has, range, grade, sources, what the scenario changes. */
export function parametersTable(rows: readonly ParameterRow[], month: number): DataTable {
  return dataTable('parameters', rows, [
    words('date', () => isoDate(month)),
    words('parameter', ({ facts }) => facts.name),
    rowUnit(({ facts }) => facts.unit),
    { name: 'value', unit: 'as in unit', of: ({ value }) => value },
    { name: 'world_value', unit: 'as in unit', of: ({ believed }) => believed },
    words('range_swept', ({ facts }) => rangeWords(facts)),
    words('confidence', ({ facts }) => facts.confidence),
    words('rule', ({ facts }) => facts.rule),
    numbers('is_changed', 'switch', ({ isChanged }) => Number(isChanged)),
    words('changed_by', ({ changedBy }) => changedBy),
    words('sources', ({ facts }) => facts.sources.join('; ')),
    words('value_note', ({ facts }) => facts.note),
    words('meaning', ({ facts }) => facts.meaning),
    words('file', ({ facts }) => `${facts.file}:${facts.line}`),
  ]);
}
