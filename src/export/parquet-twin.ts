import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFault } from '../study/work-report.ts';
import { openParquet } from './parquet-file.ts';
import { parseCell } from './parse-cell.ts';
import { readCsv } from './read-csv.ts';
import type { TwinReport, TwinRequest } from './write-twin.ts';

/** The program of a process of its own: writes a table's CSV, read from the disk, as Parquet beside it, and prints what it wrote or met. */
// Ctrl-C reaches every process of the terminal; the one that asked decides what it means.
process.on('SIGINT', () => {});
const request = JSON.parse(readFileSync(0, 'utf8')) as TwinRequest;
process.stdout.write(JSON.stringify(report(request)));

function report(asked: TwinRequest): TwinReport {
  try {
    return { written: writeParquet(asked) };
  } catch (error) {
    return { fault: describeFault(error as Error) };
  }
}

function writeParquet({ folder, table, groupRows }: TwinRequest) {
  const parsers = table.fields.map(parseCell);
  const records = readCsv(join(folder, table.path));
  records.next();
  const file = openParquet(folder, table, groupRows);
  try {
    for (const texts of records) file.write(parsers.map((parse, at) => parse(texts[at])));
    return file.close();
  } catch (error) {
    file.abandon();
    throw error;
  }
}
