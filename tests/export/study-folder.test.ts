import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFinished } from '../../src/export/manifest.ts';
import { type ExportedStudy, exportStudy, readResults } from '../../src/export/package.ts';
import type { Results } from '../../src/export/results.ts';
import { attemptRun } from '../../src/study/outcome.ts';
import { planId } from '../../src/study/plan.ts';
import { experiments, facts, makeStudy, plan, play, world } from '../fixtures/made-study.ts';

let study: ExportedStudy;
let results: Results;
beforeAll(async () => {
  ({ study, results } = await makeStudy());
});
afterAll(() => rmSync(study.folder, { recursive: true }));

const read = (path: string): string => readFileSync(join(study.folder, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));

/** A table as records; none of these tables has a quoted comma or line feed but in notes and descriptions, which come quoted. */
function table(path: string): readonly Record<string, string>[] {
  const [header, ...rows] = read(path).trimEnd().split('\n').map(cells);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
}

function cells(line: string): readonly string[] {
  return [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}

describe('a study folder', () => {
  it('is described wholly and truly by its datapackage.json', () => {
    const { resources } = json('datapackage.json');
    for (const { name, path, bytes, hash, schema } of resources) {
      const text = readFileSync(join(study.folder, path));
      expect(text.length, name).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(text).digest('hex')}`, name).toBe(hash);
      const header = text.toString().split('\n', 1)[0].split(',');
      expect(
        schema.fields.map((field: { name: string }) => field.name),
        name,
      ).toEqual(header);
    }
    expect(resources.map(({ name }: { name: string }) => name)).toEqual([
      'runs',
      'outcomes',
      'by_month',
      'by_faction_month',
      'by_crossing_month',
      'flows_month',
      'events',
      'parameters',
      'by_scenario_month',
      'compare',
      'replacement',
      'checks',
      'codebook',
    ]);
  });

  it('has no two rows with the same key in any table', () => {
    for (const { name, path, schema } of json('datapackage.json').resources) {
      const keys = table(path).map((row) =>
        (schema.primaryKey ?? schema.uniqueKeys[0]).map((column: string) => row[column]).join('|'),
      );
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  it('holds in every cell what its column says', () => {
    for (const { name, path, schema } of json('datapackage.json').resources)
      for (const row of table(path))
        for (const { name: column, type, constraints } of schema.fields) {
          const cell = row[column];
          const where = `${name}.${column} ${cell}`;
          if (cell === '') continue;
          if (type === 'number' || type === 'integer')
            expect(Number.isFinite(Number(cell)), where).toBe(true);
          if (type === 'integer') expect(Number.isInteger(Number(cell)), where).toBe(true);
          if (type === 'date') expect(cell, where).toMatch(/^20\d\d-\d\d-01$/);
          if (constraints?.enum !== undefined) expect(constraints.enum, where).toContain(cell);
          if (constraints?.minimum !== undefined)
            expect(Number(cell), where).toBeGreaterThanOrEqual(constraints.minimum);
        }
  });

  it('names columns so that R, Stata, Python and SQL take them', () => {
    for (const { column_name } of table('codebook.csv'))
      expect(column_name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  it('opens its tables of months with run, scenario, point, replicate, month and date', () => {
    for (const name of ['by_month', 'by_faction_month', 'by_crossing_month', 'flows_month', 'events'])
      expect(read(`tables/${name}.csv`)).toMatch(/^run_id,scenario_id,point_id,replicate,month,date,/);
  });

  it('has a row for every run and month, and none for the run that failed', () => {
    expect(table('tables/by_month.csv').length).toBe(5 * 12);
    expect(table('tables/by_faction_month.csv').length).toBe(5 * 12 * world.factions.length);
    expect(table('outcomes.csv').length).toBe(5);
  });

  it('keeps the run that failed as a row with the command that repeats it', () => {
    const failed = table('runs.csv').filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([
      {
        scenario_id: 'cut',
        replicate: '3',
        error_code: 'E_BOOKS',
        message: 'month 4: the books do not balance',
        replay: 'maabar run cut --seed 5 --replicate 3',
      },
    ]);
    expect(
      table('checks.csv').find(
        ({ check_kind, scenario_id }) => check_kind === 'accounting' && scenario_id === 'cut',
      )?.status,
    ).toBe('fail');
  });

  it('writes the numbers that the run recorded, to the last bit', () => {
    const attempted = attemptRun(play, experiments[1], 5, 2);
    if (attempted.status === 'failed') throw new Error(attempted.message);
    const { spec, data } = attempted.record.tables[0];
    const rows = table('tables/by_month.csv').filter(
      ({ scenario_id, replicate }) => scenario_id === 'cut' && replicate === '2',
    );
    const written = rows.flatMap((row) => spec.columns.map(({ name }) => Number(row[name])));
    expect(written).toEqual([...data]);
  });

  it('has in flows_month the payments of replicate 1 alone, and they are what the factions earned', () => {
    const flows = table('tables/flows_month.csv');
    expect(new Set(flows.map(({ replicate }) => replicate))).toEqual(new Set(['1']));
    const fromPatron = flows
      .filter(({ scenario_id, month, line }) => scenario_id === 'cut' && month === '9' && line === 'patron')
      .reduce((sum, { amount_usd }) => sum + Number(amount_usd), 0);
    const recorded = table('tables/by_month.csv').find(
      ({ scenario_id, replicate, month }) => scenario_id === 'cut' && replicate === '1' && month === '9',
    );
    expect(fromPatron).toBeGreaterThan(0);
    expect(fromPatron).toBeCloseTo(Number(recorded?.income_patron_usd), 6);
  });

  it('gives the difference of the two scenarios over the months since the change, from pairs that ended well', () => {
    const row = table('summary/compare.csv').find(
      ({ outcome, months_window }) => outcome === 'income_patron_usd' && months_window === '2014-07..2014-12',
    );
    expect(row).toMatchObject({
      baseline_id: 'baseline',
      scenario_id: 'cut',
      n_pairs: '2',
      verdict: 'lower',
    });
  });

  it('has the same bytes in every table when it is made again', async () => {
    const before = json('manifest.json').files;
    rmSync(join(study.folder, 'tables'), { recursive: true });
    expect(isFinished(study.folder)).toBe(false);
    await exportStudy(study, () => ({ ...facts, workers: 7, startedAt: '2027-01-01T00:00:00Z' }));
    expect(isFinished(study.folder)).toBe(true);
    expect(json('manifest.json').files).toEqual(before);
  });

  it('lists in its manifest every file but itself, with length and checksum', () => {
    const { files, runs, study: id } = json('manifest.json');
    expect(runs).toEqual({ planned: 6, ok: 5, failed: 1 });
    expect(id).toBe(planId(plan));
    for (const { path, bytes } of files) expect(statSync(join(study.folder, path)).size, path).toBe(bytes);
    for (const path of ['README.md', 'datapackage.json', 'scenarios/cut.yaml'])
      expect(files.map((file: { path: string }) => file.path)).toContain(path);
    expect(existsSync(join(study.folder, 'scenarios', 'cut.yaml'))).toBe(true);
  });

  it('tells the same results again from its chunks', () => {
    expect(readResults(study)).toEqual(results);
    expect(results.checks.at(-1)).toMatchObject({ status: 'fail', found: 'baseline,cut' });
  });

  it('says in its README how to repeat it', () => {
    expect(read('README.md')).toContain('maabar run cut --seed 5 --replicates 3');
    expect(read('README.md')).toContain('Model output, not data');
  });
});
