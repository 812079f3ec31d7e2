import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/study/patterns/all-rows.ts';
import { openShelf } from '../../src/study/shelf.ts';

const page = readFileSync('docs/validation.md', 'utf8');
const [table, reading] = page.split('<!-- /generated -->');
const lines = table.split('<!-- generated:validation -->')[1].trim().split('\n').slice(2);
const cells = lines.map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

describe('the validation page', () => {
  it('has the rows that the program has, in its order', async () => {
    const rows = await allRows(openShelf('.'));
    expect(cells.map((row) => row[1])).toEqual(rows.map(({ id }) => id));
  });

  it('says of each row whether it was used for calibration', async () => {
    const rows = await allRows(openShelf('.'));
    expect(cells.map((row) => row[8])).toEqual(rows.map(({ use }) => use));
  });

  it('says what each failure is taken to mean', () => {
    for (const row of cells.filter((each) => each[7] === '**fails**')) expect(reading).toContain(row[1]);
  });
});
