import { closeSync, openSync, readSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const chunkLength = 1 << 20;
const lineFeed = 0x0a;

/**
 * Records of a file of RFC 4180 with line feeds, header first, one at a time: memory is flat however long the file is. A cell that is missing
 * reads as an empty text. Throws where a quoted cell or the last line does not end, and what the disk throws.
 */
export function* readCsv(path: string): Generator<readonly string[]> {
  let record = '';
  for (const line of linesOf(path)) {
    record = record === '' ? line : `${record}\n${line}`;
    if (isOpen(record)) continue;
    yield cellsOf(record);
    record = '';
  }
  if (record !== '') throw new Error('a quoted cell does not end');
}

/** Few cells are quoted, so only they pay for the full rules. */
function cellsOf(record: string): readonly string[] {
  if (!record.includes('"')) return record.split(',');
  return (parse(record, { relaxColumnCount: true }) as string[][])[0];
}

/** Whether a record ends inside a quoted cell, so that its next line belongs to it. */
function isOpen(record: string): boolean {
  let isInside = false;
  for (let at = record.indexOf('"'); at >= 0; at = record.indexOf('"', at + 1)) isInside = !isInside;
  return isInside;
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.alloc(chunkLength);
      const length = readSync(file, chunk, 0, chunkLength, null);
      if (length === 0) break;
      const bytes = Buffer.concat([rest, chunk.subarray(0, length)]);
      const end = bytes.lastIndexOf(lineFeed) + 1;
      if (end > 0) yield* bytes.toString('utf8', 0, end - 1).split('\n');
      rest = bytes.subarray(end);
    }
    if (rest.length > 0) throw new Error('its last line does not end');
  } finally {
    closeSync(file);
  }
}
