import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Cell, csvLine } from '../../src/export/csv.ts';
import { parseCell } from '../../src/export/parse-cell.ts';
import { readCsv } from '../../src/export/read-csv.ts';
import { tinyRows, tinyTable } from '../fixtures/tiny-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'table.csv');
const file = (text: string) => {
  writeFileSync(path, text);
  return path;
};

describe('reading a CSV', () => {
  it('gives back every cell that was written, missing as missing, minus zero as zero', () => {
    const parsers = tinyTable.fields.map(parseCell);
    const rows = [...readCsv(file(tinyRows.map(csvLine).join('')))].map((cells) =>
      cells.map((cell, at) => parsers[at](cell)),
    );
    expect(rows).toEqual(tinyRows.map((row) => row.map((cell) => (cell === 0 ? 0 : cell))));
  });

  it('gives back any texts, whatever they quote or break', () => {
    const parse = parseCell({ type: 'string' });
    const text = fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[",\n'=a]+$/));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (rows: Cell[][]) => {
        expect([...readCsv(file(rows.map(csvLine).join('')))].map((cells) => cells.map(parse))).toEqual(rows);
      }),
    );
  });

  it('takes lines and letters that lie across its megabytes', () => {
    const row = ['a'.repeat(99_998), 'ع"\n,', 'z'];
    const rows = Array.from({ length: 40 }, () => row);
    expect([...readCsv(file(rows.map(csvLine).join('')))]).toEqual(rows);
  });

  it('reads nothing from an empty file', () => {
    expect([...readCsv(file(''))]).toEqual([]);
  });

  it.each([
    ['a,"b\n', 'a quoted cell does not end'],
    ['a\nb', 'its last line does not end'],
  ])('refuses %j', (text, sentence) => {
    expect(() => [...readCsv(file(text))]).toThrow(sentence);
  });
});
