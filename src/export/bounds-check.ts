import type { TableRecord } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';
import { recordedField } from './table-declaration.ts';

/** The first cell of a run that lies outside its column's declared bounds, as a sentence; undefined where all lie inside. */
export function findOutOfBounds(record: RunRecord): string | undefined {
  for (const table of record.tables) {
    const found = findInTable(table);
    if (found !== undefined) return `replicate ${record.replicate}: ${found}`;
  }
  return undefined;
}

function findInTable(table: TableRecord): string | undefined {
  const fields = table.spec.columns.map(recordedField);
  for (let cell = 0; cell < table.data.length; cell++) {
    const field = fields[cell % fields.length];
    const value = table.data[cell];
    if (field.type === 'string' || (value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity)))
      continue;
    return `${table.spec.name}.${field.name} is ${value}, row ${Math.floor(cell / fields.length) + 1}`;
  }
  return undefined;
}
