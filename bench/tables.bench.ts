/**
 * Ratio: rows a second of processor time over those of csv-stringify alone, on by_faction_month of a real run: as CSV by our own cells, as
 * Parquet, both together as a study leaves them, and read back with every cell checked. Above 1: faster.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type Cell, csvLine } from '../src/export/csv.ts';
import { openCsv } from '../src/export/csv-file.ts';
import { recordedRows } from '../src/export/month-tables.ts';
import { openParquet } from '../src/export/parquet-file.ts';
import { parseCell } from '../src/export/parse-cell.ts';
import { readCsv } from '../src/export/read-csv.ts';
import { recordedTable } from '../src/export/table-declaration.ts';
import { loadScenario } from '../src/scenario/load.ts';
import { loneRun } from '../tests/fixtures/lone-run.ts';

const { experiment } = await loadScenario('baseline', { shippedDir: '.' });
const { plan, run } = loneRun(experiment);
const recorded = run.tables[1];
const table = recordedTable(recorded.spec);
const rows = [...recordedRows(plan, run, recorded)];
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const times = Math.ceil(100_000 / rows.length);
const written = times * rows.length;

/** Rows a second of processor time, threads of the system counted, in the second of two rounds. */
function speedOf(work: () => void): number {
  let seconds = 0;
  for (let round = 0; round < 2; round++) {
    const since = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(since);
    seconds = (user + system) / 1e6;
  }
  return written / seconds;
}

function fill({ write, close }: { write: (row: readonly Cell[]) => void; close: () => unknown }): void {
  for (let time = 0; time < times; time++) for (const row of rows) write(row);
  close();
}

/** Both files of a large table; the study itself has Parquet written by a process of its own, whose time would not be counted here. */
function fillBoth(): void {
  fill(openCsv(folder, table));
  fill(openParquet(folder, table));
}

const cast = { boolean: (value: boolean) => (value ? '1' : '0') };
const library = speedOf(() => {
  for (let time = 0; time < times; time++) stringify(rows as unknown[][], { cast, escape_formulas: true });
});
const parsers = table.fields.map(parseCell);
const speeds = {
  'csv-stringify alone, no file': library,
  'our lines, no file': speedOf(() => fill({ write: csvLine, close: () => {} })),
  'a CSV file': speedOf(() => fill(openCsv(folder, table))),
  'a Parquet file': speedOf(() => fill(openParquet(folder, table))),
  'CSV and Parquet, as a large table is left': speedOf(() => fillBoth()),
  'a CSV file read back, every cell parsed': speedOf(() => {
    const records = readCsv(join(folder, table.path));
    records.next();
    for (const cells of records) for (let at = 0; at < parsers.length; at++) parsers[at](cells[at]);
  }),
};
rmSync(folder, { recursive: true });
for (const [name, speed] of Object.entries(speeds))
  console.log(`${name.padEnd(44)}${(speed / library).toFixed(2).padStart(6)}`);
console.log(
  `here and now csv-stringify writes ${library.toFixed(0)} rows of ${table.fields.length} columns a second of processor time`,
);
