import { columnOf, type TableRecord } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';

/** The table of that name; throws when the run did not record it. */
export function tableOf(record: RunRecord, name: string): TableRecord {
  const found = record.tables.find((table) => table.spec.name === name);
  if (found === undefined) throw new Error(`the run has no table ${name}`);
  return found;
}

/** One cell of a table; NaN outside the run. `month` is the calendar's. */
export function cellAt(record: RunRecord, table: string, column: string, month: number, entity = 0): number {
  const index = month - record.firstMonth;
  if (index < 0 || index >= record.months) return Number.NaN;
  return seriesOf(record, table, column, entity)[index];
}

const columns = new WeakMap<TableRecord, Map<string, Float64Array>>();

/** One column over all months for one entity; read once for each record, since every frame asks again. */
export function seriesOf(record: RunRecord, table: string, column: string, entity = 0): Float64Array {
  const source = tableOf(record, table);
  const known = columns.get(source) ?? new Map<string, Float64Array>();
  columns.set(source, known);
  const key = `${column}/${entity}`;
  const series = known.get(key) ?? columnOf(source, column, entity);
  known.set(key, series);
  return series;
}
