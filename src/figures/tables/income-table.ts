import { isoDate } from '../../engine/calendar.ts';
import { revenueLines } from '../../model/lines.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { Comparison } from '../comparison.ts';
import { type DataField, type DataTable, dataTable, numbers, words } from '../data-table.ts';
import { cellAt } from '../run-tables.ts';

const columns = [...revenueLines.map(({ id }) => `income_${id}_usd`), 'income_total_usd'];

/** Income of all factions by revenue line, month by month up to `month`; where another run is compared with, the same of it after `compared_`. */
export function incomeTable(record: RunRecord, month: number, comparison?: Comparison): DataTable {
  const months = Array.from({ length: month - record.firstMonth + 1 }, (_, at) => record.firstMonth + at);
  const ofRun = (run: RunRecord, before: string): readonly DataField<number>[] =>
    columns.map((column) =>
      numbers(`${before}${column}`, 'usd', (at) => cellAt(run, 'by_month', column, at)),
    );
  return dataTable('income', months, [
    words('date', isoDate),
    ...ofRun(record, ''),
    ...(comparison === undefined
      ? []
      : [
          words<number>('compared_with', () => comparison.scenarioId),
          ...ofRun(comparison.record, 'compared_'),
        ]),
  ]);
}
