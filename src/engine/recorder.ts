import type { Unit } from './units.ts';

/** What one recorded column is. The CSV column, the data dictionary, chart labels and `explain` all come from it. */
export interface ColumnSpec {
  /** `what_who_unit`: `^[a-z][a-z0-9_]{0,31}$`, unit last. */
  readonly name: string;
  readonly unit: Unit;
  /** One sentence that could be false. */
  readonly meaning: string;
  /** For a coded column: the texts its whole numbers stand for; -1 is missing. */
  readonly labels?: readonly string[];
}

/** A table's grain: one row for each month, or for each month and entity. */
export interface TableSpec {
  readonly name: string;
  readonly meaning: string;
  /** Column that names the entity (`faction_id`), or null for one row a month. */
  readonly key: string | null;
  readonly entities: readonly string[];
  readonly columns: readonly ColumnSpec[];
}

/** A table's numbers: one flat array, `data[(monthIndex * entities + entity) * columns + column]`. */
export interface TableRecord {
  readonly spec: TableSpec;
  readonly months: number;
  readonly data: Float64Array;
}

/** Something that happened, in the order it happened. */
export interface EventRecord {
  readonly seq: number;
  readonly month: number;
  readonly type: string;
  readonly actorId: string;
  readonly targetId: string;
  readonly placeId: string;
  readonly amountUsd: number;
  /** `seq` of the event that triggered this one, or 0. */
  readonly causeSeq: number;
  readonly note: string;
}

/** All flows of a run, one row for each posting; ids index the `names` lists. */
export interface FlowRecord {
  readonly length: number;
  readonly month: Uint16Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly line: Uint16Array;
  readonly place: Uint16Array;
  readonly goods: Uint16Array;
  readonly cents: Float64Array;
  /** What each account's money was made of, share of each origin at `(monthIndex * accounts + account) * origins + origin`; all 0 in a month that was not traced. */
  readonly madeOf: Float64Array;
}

/** Makes a table with room for every month; nothing is allocated while months pass. Cells start as NaN: unwritten. */
export function createTable(spec: TableSpec, months: number): TableRecord {
  const rows = months * Math.max(spec.key === null ? 1 : spec.entities.length, 0);
  return { spec, months, data: new Float64Array(rows * spec.columns.length).fill(Number.NaN) };
}

/** Offset in `data` of a row's first column. */
export function rowOffset(table: TableRecord, monthIndex: number, entity: number): number {
  const entities = table.spec.key === null ? 1 : table.spec.entities.length;
  return (monthIndex * entities + entity) * table.spec.columns.length;
}

/** One column over all months for one entity (0 for a table without one). Throws on a name the table lacks. */
export function columnOf(table: TableRecord, column: string, entity = 0): Float64Array {
  const index = table.spec.columns.findIndex((candidate) => candidate.name === column);
  if (index < 0) throw new Error(`table ${table.spec.name} has no column ${column}`);
  const out = new Float64Array(table.months);
  for (let month = 0; month < table.months; month++)
    out[month] = table.data[rowOffset(table, month, entity) + index];
  return out;
}

/** Throws at the first cell of the first `months` months that is not a finite number, naming table, month and column. */
export function assertFinite(table: TableRecord, months = table.months): void {
  const width = table.spec.columns.length;
  const end = rowOffset(table, months, 0);
  for (let at = 0; at < end; at++) {
    if (Number.isFinite(table.data[at])) continue;
    const row = Math.floor(at / width);
    const entities = table.spec.key === null ? 1 : table.spec.entities.length;
    const entity = table.spec.key === null ? '' : ` of ${table.spec.entities[row % entities]}`;
    throw new Error(
      `${table.spec.name}.${table.spec.columns[at % width].name}${entity} is ${table.data[at]} in month index ${Math.floor(row / entities)}`,
    );
  }
}
