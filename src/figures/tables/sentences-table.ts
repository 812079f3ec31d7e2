import { type DataTable, dataTable, words } from '../data-table.ts';

/** Sentences as shown, one a row. */
export function sentencesTable(name: string, sentences: readonly string[]): DataTable {
  return dataTable(name, sentences, [words('text', (text) => text)]);
}
