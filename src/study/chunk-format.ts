import type { FlowRecord, TableRecord, TableSpec } from '../engine/recorder.ts';
import type { FlowNames } from '../model/run-record.ts';
import type { KeptFailure, KeptOk, KeptRun } from './kept-run.ts';
import { doublesOf, littleEndianBytes, shortsOf } from './little-endian.ts';
import type { Plan } from './plan.ts';
import { type Chunk, placeOfRun } from './run-order.ts';

/*
 * A chunk's rows as they leave a worker: cheap to write, exact to read; the CSV files are made from them once, at the end.
 *   8 bytes `MAABAR2\n`, 4 bytes length of the header (unsigned, least significant first), the header as JSON,
 *   then for each run that ended well: its window means and each kept table's numbers as doubles, row by row; then, where flows were kept, the
 *   columns month, from, to, line, place, goods as unsigned 16-bit numbers, cents and madeOf as doubles. All least significant byte first.
 * Which run is which follows from the plan and is not repeated.
 */
const magic = Buffer.from('MAABAR2\n');
const shortColumns = ['month', 'from', 'to', 'line', 'place', 'goods'] as const;

interface Header {
  readonly specs: readonly TableSpec[];
  readonly runs: readonly (StoredRun | StoredFailure)[];
}

type StoredFailure = Omit<KeptFailure, 'place'>;

interface StoredRun extends Omit<KeptOk, 'place' | 'means' | 'tables' | 'flows'> {
  /** Number of window means. */
  readonly means: number;
  readonly flows: { readonly length: number; readonly madeOf: number; readonly names: FlowNames } | null;
}

/** The bytes of a chunk's rows. All runs of a study are of one world, so they share their tables' shapes. */
export function encodeChunk(runs: readonly KeptRun[]): Buffer {
  const first = runs.find((run) => run.status === 'ok');
  const header: Header = {
    specs: first === undefined ? [] : first.tables.map((table) => table.spec),
    runs: runs.map(storedRun),
  };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([magic, length, text, ...runs.flatMap(sectionsOf)]);
}

/** The runs that `encodeChunk` was given. Throws when the bytes are no chunk, or not of as many runs. */
export function decodeChunk(plan: Plan, chunk: Chunk, bytes: Buffer): KeptRun[] {
  const start = magic.length + 4;
  const { header, end } = headerOf(chunk, bytes, (length) => bytes.subarray(start, start + length));
  const take = reader(bytes, end);
  return header.runs.map((run, at): KeptRun => {
    const place = placeOfRun(plan, chunk.first + at);
    return run.status === 'failed' ? { ...run, place } : { ...readRun(plan, run, header.specs, take), place };
  });
}

/** What is told of a run: how it ended and its window means. */
export type RunMeans = Pick<KeptOk, 'status' | 'place' | 'means'> | KeptFailure;

/** What `encodeChunk` was given, without tables, events and flows, which are passed over. `read` gives bytes from a place on. Throws as `decodeChunk`. */
export function decodeMeans(
  plan: Plan,
  chunk: Chunk,
  read: (from: number, length: number) => Buffer,
): readonly RunMeans[] {
  const start = magic.length + 4;
  const opening = read(0, start);
  const { header, end } = headerOf(chunk, opening, (length) => read(start, length));
  let at = end;
  return header.runs.map((run, index): RunMeans => {
    const place = placeOfRun(plan, chunk.first + index);
    if (run.status === 'failed') return { ...run, place };
    const means = doublesOf(read(at, run.means * 8));
    at += bytesOf(plan, run, header.specs);
    return { status: 'ok', place, means };
  });
}

function headerOf(
  chunk: Chunk,
  opening: Buffer,
  take: (length: number) => Buffer,
): { readonly header: Header; readonly end: number } {
  if (!opening.subarray(0, magic.length).equals(magic)) throw new Error('not a file of run rows');
  const length = opening.readUInt32LE(magic.length);
  const header = JSON.parse(take(length).toString()) as Header;
  if (header.runs.length !== chunk.runs) throw new Error(`${header.runs.length} runs, not ${chunk.runs}`);
  return { header, end: magic.length + 4 + length };
}

/** Bytes of all that is kept of a run. */
function bytesOf(plan: Plan, { means, flows }: StoredRun, specs: readonly TableSpec[]): number {
  const cells = specs.reduce((sum, spec) => sum + cellsOf(plan, spec), means);
  if (flows === null) return cells * 8;
  return (cells + flows.length + flows.madeOf) * 8 + flows.length * 2 * shortColumns.length;
}

function cellsOf({ months }: Plan, { key, entities, columns }: TableSpec): number {
  return months * (key === null ? 1 : entities.length) * columns.length;
}

function storedRun(run: KeptRun): StoredRun | StoredFailure {
  const { place: _, ...kept } = run;
  if (kept.status === 'failed') return kept;
  const { tables: __, means, flows, ...rest } = kept;
  return {
    ...rest,
    means: means.length,
    flows: flows === null ? null : { length: flows.length, madeOf: flows.madeOf.length, names: flows.names },
  };
}

function sectionsOf(run: KeptRun): Buffer[] {
  if (run.status === 'failed') return [];
  const { tables, means, flows } = run;
  const sections = [means, ...tables.map((table) => table.data)].map(littleEndianBytes);
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

function readRun(plan: Plan, run: StoredRun, specs: readonly TableSpec[], take: Take): Omit<KeptOk, 'place'> {
  const means = doublesOf(take(run.means * 8));
  const tables = specs.map(
    (spec): TableRecord => ({ spec, months: plan.months, data: doublesOf(take(cellsOf(plan, spec) * 8)) }),
  );
  const { flows } = run;
  return {
    ...run,
    means,
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
