import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDescribedTables } from '../../src/export/described-table.ts';
import { separatorsOf } from '../../src/export/excel-csv.ts';
import { type ExportRequest, exportTables } from '../../src/export/export-tables.ts';
import { readCsv } from '../../src/export/read-csv.ts';
import { countSelected, parseSelection } from '../../src/export/run-selection.ts';
import { query } from '../fixtures/duckdb.ts';
import { makeStudy } from '../fixtures/made-study.ts';

const shelf = mkdtempSync(join(tmpdir(), 'exported-'));
let study = '';
let out = '';
beforeAll(async () => {
  study = (await makeStudy()).study.folder;
});
beforeEach(() => {
  out = mkdtempSync(join(shelf, 'out-'));
});
afterAll(() => {
  for (const folder of [shelf, study]) rmSync(folder, { recursive: true });
});

function request(format: ExportRequest['format'], names?: readonly string[]): ExportRequest {
  const tables = readDescribedTables(study).filter(({ name }) => names?.includes(name) ?? true);
  const separators = separatorsOf('en');
  return { folder: study, tables, out, format, separators, runs: undefined, replace: false };
}

describe('an export', () => {
  it('as CSV has the bytes of the study', () => {
    const files = exportTables(request('csv'));
    expect(files.length).toBe(13);
    for (const { name, path } of readDescribedTables(study))
      expect(readFileSync(join(out, `${name}.csv`)).equals(readFileSync(join(study, path))), name).toBe(true);
  });

  it('as Parquet has every row of every table, however few', async () => {
    const files = exportTables(request('parquet'));
    expect(readdirSync(out).sort()).toEqual(files.map(({ path }) => path).sort());
    for (const { name, rows } of readDescribedTables(study))
      expect(await query(`SELECT count(*) FROM '${out}/${name}.parquet'`), name).toEqual([[String(rows)]]);
  });

  it('of some runs has their rows alone, in order', () => {
    const cut = parseSelection('cut, 1..2');
    expect(countSelected(study, cut)).toEqual({ runs: 2, scenarios: ['baseline', 'cut'] });
    exportTables({ ...request('csv', ['by_month', 'runs']), runs: cut });
    const [, ...rows] = [...readCsv(join(out, 'by_month.csv'))];
    expect(rows.map(([, scenario, , replicate, month]) => `${scenario} ${replicate} ${month}`)).toEqual(
      [1, 2].flatMap((replicate) =>
        Array.from({ length: 12 }, (_, month) => `cut ${replicate} ${month + 1}`),
      ),
    );
  });
});

describe('a selection of runs', () => {
  it.each([
    ['cut', 3],
    ['2', 2],
    ['1..2', 4],
    ['cut,baseline', 6],
    ['cut,1,3', 2],
    ['p-0', 6],
    ['p-1', 0],
    ['7..9', 0],
    ['nothing', 0],
  ])('%s has %i of the six runs', (text, runs) => {
    expect(countSelected(study, parseSelection(text)).runs).toBe(runs);
  });

  it('takes ids of runs', () => {
    const id = readFileSync(join(study, 'runs.csv'), 'utf8').split('\n')[2].split(',')[0];
    expect(countSelected(study, parseSelection(id)).runs).toBe(1);
  });
});

describe('a file that is there', () => {
  it('is not written over without a word, and then nothing at all is written', () => {
    writeFileSync(join(out, 'runs.csv'), 'mine');
    expect(() => exportTables(request('csv', ['by_month', 'runs']))).toThrow(
      `${join(out, 'runs.csv')} is there already. Name another folder with --out, or replace with --replace.`,
    );
    expect(readdirSync(out)).toEqual(['runs.csv']);
    exportTables({ ...request('csv', ['by_month', 'runs']), replace: true });
    expect(readFileSync(join(out, 'runs.csv'), 'utf8')).toMatch(/^run_id,/);
  });

  it('of a study is never written over', () => {
    expect(() => exportTables({ ...request('csv'), out: study, replace: true })).toThrow('holds a study');
  });
});

describe('a table that is not as it was written', () => {
  it('leaves nothing, not even those that came before it', () => {
    const path = join(study, 'tables', 'by_month.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('2014-12-01', '2014-12-0l'));
    expect(() => exportTables(request('parquet', ['runs', 'by_month']))).toThrow(
      'by_month.csv is not as it was written: "2014-12-0l", which is no date like 2018-05-01',
    );
    writeFileSync(path, text);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('a CSV for Excel', () => {
  it.each([
    ['en', ',', '.'],
    ['en-GB', ',', '.'],
    ['de', ';', ','],
    ['fr', ';', ','],
    ['pt-BR', ';', ','],
    ['ar-IQ', ',', '.'],
  ])('in %s has %s between cells and %s before decimals', (locale, delimiter, decimal) => {
    expect(separatorsOf(locale)).toEqual({ delimiter, decimal });
  });

  it('opens with a byte order mark, ends lines with CRLF, and guards formulas and its own separator', () => {
    const parameters = { ...request('excel', ['checks', 'outcomes']), separators: separatorsOf('de') };
    exportTables(parameters);
    const bytes = readFileSync(join(out, 'outcomes.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    const [, ...plain] = [...readCsv(join(study, 'outcomes.csv'))];
    expect(lines.slice(1, -1)).toEqual(
      plain.map((row) => row.map((cell) => cell.replace(/^(-?\d+)\.(\d.*)$/, '$1,$2')).join(';')),
    );
    expect(lines.at(-1)).toBe('');
    expect(existsSync(join(out, 'checks.csv'))).toBe(true);
  });

  it('quotes a cell that holds the separator, breaks a line, or quotes', () => {
    const path = join(study, 'checks.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}cut,pattern,'=a;b,pass,"say ""1,5""\nand"\n`);
    exportTables({ ...request('excel', ['checks']), separators: separatorsOf('de') });
    writeFileSync(path, text);
    const exported = readFileSync(join(out, 'checks.csv'), 'utf8');
    expect(exported.endsWith(`cut;pattern;"'=a;b";pass;"say ""1,5""\nand"\r\n`)).toBe(true);
  });
});
