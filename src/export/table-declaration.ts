import type { ColumnSpec, TableSpec } from '../engine/recorder.ts';
import { type Unit, units } from '../engine/units.ts';
import { leastOf } from '../study/bounds-check.ts';

/** What a column of an exported table holds. CSV header, codebook.csv and datapackage.json all come from it. */
export interface Field {
  /** `^[a-z][a-z0-9_]{0,31}$`, unit last. */
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  /** In words; empty for names, texts and dates. */
  readonly unit: string;
  /** One sentence that could be false. */
  readonly description: string;
  readonly min?: number;
  readonly max?: number;
  readonly allowed?: readonly string[];
  /** A column of a key whose cells may be missing all the same. */
  readonly mayBeEmpty?: true;
}

/** A file of rows. */
export interface OutputTable {
  readonly name: string;
  /** Path inside the study folder, with `/`. */
  readonly path: string;
  readonly description: string;
  /** Columns that together name a row. */
  readonly primaryKey: readonly string[];
  readonly fields: readonly Field[];
}

/** A column of text. */
export function textField(name: string, description: string, allowed?: readonly string[]): Field {
  return { name, type: 'string', unit: '', description, ...(allowed === undefined ? {} : { allowed }) };
}

/** A column of numbers with a unit of the engine. */
export function numberField(name: string, unit: Unit, description: string): Field {
  return { name, type: 'number', unit: units[unit], description, ...boundsOf(unit) };
}

/** A column of whole numbers from `min`. */
export function countField(name: string, description: string, min = 0): Field {
  return { name, type: 'integer', unit: units.count, description, min };
}

/** A column of first days of months, ISO. */
export function dateField(name: string, description: string): Field {
  return { name, type: 'date', unit: '', description };
}

/** The field of a recorded column: coded numbers become the texts they stand for. */
export function recordedField(column: ColumnSpec): Field {
  if (column.labels !== undefined) return textField(column.name, column.meaning, column.labels);
  if (column.unit === 'switch')
    return { name: column.name, type: 'boolean', unit: '', description: column.meaning };
  return numberField(column.name, column.unit, column.meaning);
}

/** Columns that open every table of months: which run, which month. */
export const monthKeyFields: readonly Field[] = [
  textField('run_id', 'the run: the same id in every table and every repetition of the same work'),
  textField('scenario_id', 'the scenario that was played'),
  textField('point_id', 'the point of the design; p-0 in a study without one'),
  countField('replicate', 'the draw of chance; one replicate draws alike in every scenario', 1),
  countField('month', 'month number of the calendar, 2014-01 is 1', 1),
  dateField('date', "the month's first day"),
];

/** Columns that open every table of runs. */
export const runKeyFields: readonly Field[] = monthKeyFields.slice(0, 4);

/** Names of fields. */
export function namesOf(fields: readonly Field[]): readonly string[] {
  return fields.map((field) => field.name);
}

/** The exported table of a recorded one. */
export function recordedTable(spec: TableSpec): OutputTable {
  const entity =
    spec.key === null ? [] : [textField(spec.key, entityMeaning(spec.key), [...new Set(spec.entities)])];
  return {
    name: spec.name,
    path: `tables/${spec.name}.csv`,
    description: spec.meaning,
    primaryKey: ['run_id', 'month', ...namesOf(entity)],
    fields: [...monthKeyFields, ...entity, ...spec.columns.map(recordedField)],
  };
}

function entityMeaning(key: string): string {
  return key === 'faction_id' ? 'the faction' : 'the crossing or inland post';
}

function boundsOf(unit: Unit): Pick<Field, 'min'> {
  const min = leastOf(unit);
  return min === undefined ? {} : { min };
}
