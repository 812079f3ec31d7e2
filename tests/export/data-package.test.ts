import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataPackageText } from '../../src/export/data-package.ts';
import { openTable } from '../../src/export/table-file.ts';
import { makeStudy } from '../fixtures/made-study.ts';
import { tinyRows, tinyTable } from '../fixtures/tiny-table.ts';
import { dataPackageTwo } from './data-package-two.ts';

let folder = '';
beforeAll(async () => {
  folder = (await makeStudy()).study.folder;
});
afterAll(() => rmSync(folder, { recursive: true }));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('the datapackage.json of a study folder', () => {
  it('is what version 2 of the standard asks', () => {
    const { resources } = dataPackageTwo.parse(JSON.parse(read('datapackage.json')));
    expect(resources.length).toBe(13);
  });

  it('is valid by the profile and the reader of those who wrote the standard', async () => {
    const { valid, errors } = await Package.load(join(folder, 'datapackage.json'), {});
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it('describes every cell, key and reference truly: that reader casts all rows by it', async () => {
    const { resources } = await Package.load(join(folder, 'datapackage.json'), {});
    const described = JSON.parse(read('datapackage.json')).resources;
    for (const [at, resource] of resources.entries()) {
      const rows = await resource.read({ keyed: true, relations: true });
      expect(rows.length, resource.name).toBe(described[at].rows);
    }
  });

  it('refers every row of a run to runs.csv', () => {
    for (const { name, schema } of JSON.parse(read('datapackage.json')).resources) {
      const hasRuns = schema.fields.some((field: { name: string }) => field.name === 'run_id');
      expect(schema.foreignKeys !== undefined, name).toBe(hasRuns && name !== 'runs');
    }
  });
});

describe('a cell that its column does not allow', () => {
  it.each([
    ['by_month', /,2014-03-01,/, ',2014-13-01,'],
    ['by_month', /^r-[0-9a-f]+(?=,cut,p-0,2,3,)/m, 'r-000000000000'],
    ['runs', /,ok,/, ',fine,'],
  ])('of %s is found by that reader: the test above can fail', async (name, cell, other) => {
    const path = join(folder, name === 'runs' ? 'runs.csv' : `tables/${name}.csv`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(cell, other));
    const { resources } = await Package.load(join(folder, 'datapackage.json'), {});
    const table = resources.find((resource) => resource.name === name)!;
    await expect(table.read({ keyed: true, relations: true })).rejects.toThrow();
    writeFileSync(path, text);
  });
});

describe('a large table', () => {
  it('is described twice, as CSV and as Parquet, by one schema', async () => {
    const home = mkdtempSync(join(tmpdir(), 'twice-'));
    const file = openTable(home, tinyTable, 3);
    for (const row of tinyRows) file.write(row);
    const text = dataPackageText({ name: 'tiny', title: 'Tiny', description: 'Two.' }, [await file.close()]);
    const { resources } = dataPackageTwo.parse(JSON.parse(text));
    expect(resources.map(({ name, path, rows }) => [name, path, rows])).toEqual([
      ['tiny', 'tables/tiny.csv', 6],
      ['tiny_parquet', 'tables/tiny.parquet', 6],
    ]);
    expect(resources[1].schema.fields).toEqual(resources[0].schema.fields);
    expect(resources[1].bytes).toBe(readFileSync(join(home, 'tables', 'tiny.parquet')).length);
    rmSync(home, { recursive: true });
  });
});
