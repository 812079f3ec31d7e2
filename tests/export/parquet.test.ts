import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/export/csv.ts';
import { parquetReader } from '../../src/export/parquet-cell.ts';
import { openParquet } from '../../src/export/parquet-file.ts';
import { rowsInGroup } from '../../src/export/row-group.ts';
import { countField, numberField, type OutputTable, textField } from '../../src/export/table-declaration.ts';
import { openTable } from '../../src/export/table-file.ts';
import { query } from '../fixtures/duckdb.ts';
import { tinyRows, tinyTable } from '../fixtures/tiny-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function writeTable(
  name: string,
  rows: Iterable<readonly Cell[]>,
  groupRows: number,
): Promise<OutputTable> {
  const table = { ...tinyTable, name, path: `${name}.csv` };
  const file = openTable(folder, table, groupRows);
  for (const row of rows) file.write(row);
  await file.close();
  return table;
}

describe('a large table', () => {
  it('reads back by DuckDB with the declared types and the rows in order, over several row groups', async () => {
    await writeTable('types', tinyRows, 4);
    const described = await query(`DESCRIBE SELECT * FROM '${folder}/types.parquet'`);
    expect(described.map(([name, type]) => `${name} ${type}`)).toEqual([
      'run_id VARCHAR',
      'seq INTEGER',
      'study_seed BIGINT',
      'date DATE',
      'amount_usd DOUBLE',
      'at_war BOOLEAN',
      'note VARCHAR',
    ]);
    const groups = await query(
      `SELECT count(DISTINCT row_group_id) FROM parquet_metadata('${folder}/types.parquet')`,
    );
    expect(groups).toEqual([['2']]);
    const rows = await query(`SELECT * FROM '${folder}/types.parquet'`);
    expect(rows).toEqual(
      tinyRows.map((row) => row.map((cell) => (cell === null ? null : String(cell === 0 ? 0 : cell)))),
    );
  });

  it('holds cell by cell what its CSV holds, but for the apostrophe that disarms a formula', async () => {
    await writeTable('twins', tinyRows, 2);
    const types =
      "{'seq': 'INTEGER', 'study_seed': 'BIGINT', 'amount_usd': 'DOUBLE', 'at_war': 'BOOLEAN', 'date': 'DATE'}";
    const csv = await query(
      `SELECT * REPLACE (regexp_replace(note, '^''(''*=)', '\\1') AS note) FROM read_csv('${folder}/twins.csv', header = true, types = ${types})`,
    );
    expect(csv).toEqual(await query(`SELECT * FROM '${folder}/twins.parquet'`));
    expect(csv.length).toBe(tinyRows.length);
  });

  it('has the same bytes whenever it is made, and those that were looked at', async () => {
    const sha256 = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder, `${name}.parquet`)))
        .digest('hex');
    await writeTable('one', tinyRows, 4);
    await writeTable('two', tinyRows, 4);
    expect(sha256('one')).toBe(sha256('two'));
    expect(sha256('one')).toBe('99666d332b86154c6fa0df93bb2db96cee715d2b11aa52f6b9b092443f7f083c');
  });

  it('begins with the row that fills a row group: one fewer leaves a CSV alone', async () => {
    expect(rowsInGroup).toBe(100_000);
    await writeTable('small', tinyRows, tinyRows.length + 1);
    await writeTable('large', tinyRows, tinyRows.length);
    expect(existsSync(join(folder, 'small.parquet'))).toBe(false);
    expect(existsSync(join(folder, 'large.parquet'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('without a row is a file that still says its columns, where one is asked for', async () => {
    openParquet(folder, { ...tinyTable, path: 'none.csv' }).close();
    expect(await query(`SELECT count(*), count(amount_usd) FROM '${folder}/none.parquet'`)).toEqual([
      ['0', '0'],
    ]);
  });
});

describe('a cell that its column cannot hold', () => {
  it.each([
    [countField('n', ''), 2 ** 31, 'n cannot hold 2147483648'],
    [countField('n', ''), 1.5, 'n cannot hold 1.5'],
    [numberField('x', 'usd', ''), Number.NaN, 'x cannot hold null'],
    [numberField('x', 'usd', ''), '1', 'x cannot hold "1"'],
    [textField('t', ''), 1, 't cannot hold 1'],
    [tinyTable.fields[3], '2018-5-1', 'date cannot hold "2018-5-1"'],
    [tinyTable.fields[3], '2018-13-01', 'date cannot hold "2018-13-01"'],
  ])('is refused by name: %o', (field, cell, sentence) => {
    expect(() => parquetReader(field)(cell)).toThrow(sentence);
  });
});
