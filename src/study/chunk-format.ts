import type { FlowRecord, TableRecord, TableSpec } from '../engine/recorder.ts';
import type { FlowNames, RunRecord } from '../model/run-record.ts';
import { doublesOf, littleEndianBytes, shortsOf } from './little-endian.ts';
import type { FailedRun, RunOutcome } from './outcome.ts';

/*
 * A chunk's rows as they leave a worker: cheap to write, exact to read; the CSV files are made from them once, at the end.
 *   8 bytes `MAABAR1\n`, 4 bytes length of the header (unsigned, least significant first), the header as JSON,
 *   then for each run that ended well: each table's numbers as doubles, row by row; then, where flows were kept, the columns
 *   month, from, to, line, place, goods as unsigned 16-bit numbers, cents and madeOf as doubles. All least significant byte first.
 */
const magic = Buffer.from('MAABAR1\n');
const shortColumns = ['month', 'from', 'to', 'line', 'place', 'goods'] as const;

interface Header {
  readonly specs: readonly TableSpec[];
  readonly runs: readonly (StoredRun | FailedRun)[];
}

interface StoredRun extends Omit<RunRecord, 'tables' | 'flows'> {
  readonly status: 'ok';
  readonly flows: { readonly length: number; readonly madeOf: number; readonly names: FlowNames } | null;
}

/** The bytes of a chunk's rows. All runs of a chunk are of one scenario, so they share their tables' shapes. */
export function encodeChunk(runs: readonly RunOutcome[]): Buffer {
  const first = runs.find((run) => run.status === 'ok');
  const header: Header = {
    specs: first === undefined ? [] : first.record.tables.map((table) => table.spec),
    runs: runs.map(storedRun),
  };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([magic, length, text, ...runs.flatMap(sectionsOf)]);
}

/** The runs that `encodeChunk` was given. Throws when the bytes are no chunk. */
export function decodeChunk(bytes: Buffer): RunOutcome[] {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('not a file of run rows');
  const start = magic.length + 4;
  const end = start + bytes.readUInt32LE(magic.length);
  const header = JSON.parse(bytes.subarray(start, end).toString()) as Header;
  const take = reader(bytes, end);
  return header.runs.map((run) =>
    run.status === 'failed' ? run : { status: 'ok', record: recordOf(run, header.specs, take) },
  );
}

function storedRun(run: RunOutcome): StoredRun | FailedRun {
  if (run.status === 'failed') return run;
  const { tables: _, flows, ...rest } = run.record;
  return {
    status: 'ok',
    ...rest,
    flows: flows === null ? null : { length: flows.length, madeOf: flows.madeOf.length, names: flows.names },
  };
}

function sectionsOf(run: RunOutcome): Buffer[] {
  if (run.status === 'failed') return [];
  const { tables, flows } = run.record;
  const sections = tables.map((table) => littleEndianBytes(table.data));
  if (flows === null) return sections;
  for (const column of shortColumns)
    sections.push(littleEndianBytes(flows[column].subarray(0, flows.length)));
  return [
    ...sections,
    littleEndianBytes(flows.cents.subarray(0, flows.length)),
    littleEndianBytes(flows.madeOf),
  ];
}

type Take = (bytes: number) => Buffer;

function reader(bytes: Buffer, start: number): Take {
  let at = start;
  return (length) => {
    if (at + length > bytes.length) throw new Error('rows end too soon');
    at += length;
    return bytes.subarray(at - length, at);
  };
}

function recordOf(run: StoredRun, specs: readonly TableSpec[], take: Take): RunRecord {
  const { status: _, flows, ...rest } = run;
  const tables = specs.map((spec): TableRecord => {
    const rows = run.months * (spec.key === null ? 1 : spec.entities.length);
    return { spec, months: run.months, data: doublesOf(take(rows * spec.columns.length * 8)) };
  });
  return {
    ...rest,
    tables,
    flows: flows === null ? null : { ...flowsOf(flows, take), names: flows.names },
  };
}

function flowsOf({ length, madeOf }: NonNullable<StoredRun['flows']>, take: Take): FlowRecord {
  const shorts = shortColumns.map((name) => [name, shortsOf(take(length * 2))]);
  return {
    ...(Object.fromEntries(shorts) as Record<(typeof shortColumns)[number], Uint16Array>),
    length,
    cents: doublesOf(take(length * 8)),
    madeOf: doublesOf(take(madeOf * 8)),
  };
}
