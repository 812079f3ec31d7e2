import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loaderFiles } from '../../src/export/loaders/loader-files.ts';
import { recordedRows } from '../../src/export/month-tables.ts';
import { recordedTable } from '../../src/export/table-declaration.ts';
import { openTable } from '../../src/export/table-file.ts';
import { query } from '../fixtures/duckdb.ts';
import { loneRun } from '../fixtures/lone-run.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'large-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A real run, written until its table of factions has three row groups. */
const { plan, run } = loneRun(experimentOn(smallWorld(), {}, { months: 60 }));
const [, spec] = run.tables;
const table = recordedTable(spec.spec);
let sql = '';
beforeAll(async () => {
  const file = openTable(folder, table);
  const rows = [...recordedRows(plan, run, spec)];
  const times = Math.ceil(210_000 / rows.length);
  for (let time = 0; time < times; time++) for (const row of rows) file.write([`r-${time}`, ...row.slice(1)]);
  const written = await file.close();
  const { parquet: _, ...csvAlone } = { ...written, table: { ...table, name: 'from_csv' } };
  sql = loaderFiles([csvAlone, { ...written, table: { ...table, name: 'from_parquet' } }])[2].text;
});

describe('a table of more than two row groups', () => {
  it('is the same cell by cell, type by type, from CSV and from Parquet', async () => {
    const difference = (one: string, other: string) =>
      query(`${sql} SELECT count(*) FROM (SELECT * FROM ${one} EXCEPT ALL SELECT * FROM ${other})`, folder);
    expect(await difference('from_csv', 'from_parquet')).toEqual([['0']]);
    expect(await difference('from_parquet', 'from_csv')).toEqual([['0']]);
    const types = (name: string) =>
      query(
        `${sql} SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '${name}'`,
        folder,
      );
    expect(await types('from_parquet')).toEqual(await types('from_csv'));
    const [[rows, groups]] = await query(
      `SELECT (SELECT count(*) FROM '${folder}/tables/${table.name}.parquet'), (SELECT count(DISTINCT row_group_id) FROM parquet_metadata('${folder}/tables/${table.name}.parquet'))`,
    );
    expect([Number(rows) >= 210_000, groups]).toEqual([true, '3']);
  });

  it('is smaller as Parquet', () => {
    const size = (ending: string) => readFileSync(join(folder, 'tables', `${table.name}.${ending}`)).length;
    expect(size('parquet')).toBeLessThan(size('csv') / 2);
  });
});
