import { describe, expect, it } from 'vitest';
import { type ExportForm, exportOf, panelText } from '../../src/dashboard/export-of.ts';
import { findPanel } from '../../src/dashboard/find-panel.ts';
import { frameText } from '../../src/dashboard/frame.ts';
import { shownRun } from '../../src/dashboard/shown-run.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainTheme } from '../../src/dashboard/theme.ts';
import { panelInFocus, viewOf } from '../../src/dashboard/views.ts';
import { shownCsv } from '../../src/export/shown-csv.ts';
import type { DataTable } from '../../src/figures/data-table.ts';
import { cellAt } from '../../src/figures/run-tables.ts';
import { madeUpBatch } from '../fixtures/batch-snapshot.ts';
import { comparison, experiment, panelPlaces, record, snapshotAt } from '../fixtures/pseudo-places.ts';
import { pseudoParameters } from '../fixtures/pseudo-run.ts';

const size = { columns: 80, rows: 24 };
const theme = plainTheme();

function tableAt(snapshot: Snapshot): DataTable {
  return panelInFocus(snapshot, record).table!();
}

function cells(table: DataTable, column: string): readonly (string | number)[] {
  const at = table.columns.findIndex(({ name }) => name === column);
  expect(at, column).toBeGreaterThanOrEqual(0);
  return table.rows.map((row) => row[at]);
}

const written = (form: ExportForm, snapshot: Snapshot) =>
  exportOf(form, shownRun(snapshot)!, size, theme, shownCsv)!;

describe('the numbers of a panel', () => {
  it.each(Object.entries(panelPlaces))(
    'of %s: a cell for each column, columns named as in tables',
    (_, place) => {
      const table = tableAt(snapshotAt(100, place));
      expect(table.rows.length).toBeGreaterThan(0);
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of [...names, table.name.replaceAll('-', '_')])
        expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
      for (const row of table.rows) expect(row).toHaveLength(names.length);
      const header = written('csv', snapshotAt(100, place)).text.split('\n')[0].split(',');
      expect(new Set(header).size).toBe(header.length);
    },
  );

  it('are those of the run, in dollars and shares', () => {
    const factions = tableAt(snapshotAt(100));
    expect(cells(factions, 'income_customs_usd')[2]).toBe(
      cellAt(record, 'by_faction_month', 'income_customs_usd', 100, 2),
    );
    const shares = cells(factions, 'income_share') as readonly number[];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const income = tableAt(snapshotAt(100, { panel: 1 }));
    expect(cells(income, 'date').slice(0, 2)).toEqual(['2014-01-01', '2014-02-01']);
    expect(income.rows).toHaveLength(100);
    expect(cells(income, 'compared_income_patron_usd')[99]).toBe(
      cellAt(comparison.record, 'by_month', 'income_patron_usd', 100),
    );
  });

  it('are of all rows, also of those that a small screen does not show, but only of those that a filter leaves', () => {
    const snapshot = snapshotAt(100, { view: 'crossings' });
    expect(tableAt(snapshot).rows).toHaveLength(15);
    const filtered = { ...snapshot, state: { ...snapshot.state, filters: { posts: 'umm' } } };
    expect(cells(tableAt(filtered), 'crossing')).toEqual(['Umm Delta North', 'Umm Delta South']);
  });

  it('of payments sum to nothing under each tag', () => {
    const table = tableAt(snapshotAt(100, { view: 'why', panel: 3 }));
    const sums = new Map<string | number, number>();
    const amounts = cells(table, 'received_usd') as readonly number[];
    for (const [at, tag] of cells(table, 'tag').entries()) sums.set(tag, (sums.get(tag) ?? 0) + amounts[at]);
    expect(sums.size).toBeGreaterThan(2);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(0, 6);
  });

  it('of the study behind a run are those of its progress, panel by panel', () => {
    const study = madeUpBatch(10);
    const tables = [0, 1, 2, 3, 4].map((panel) =>
      tableAt({ ...snapshotAt(100, { view: 'batch', panel }), study }),
    );
    expect(tables.map(({ name }) => name)).toEqual(['scenarios', 'mean', 'spread', 'failures', 'progress']);
    const [first] = study.progress.scenarios;
    expect(cells(tables[0], 'done_n')[0]).toBe(first.done);
    expect(cells(tables[0], 'outcome_mean')[0]).toBe(first.outcomes[0].mean);
    expect(cells(tables[1], 'runs_n').at(-1)).toBe(first.outcomes[0].runs);
    const bars = cells(tables[2], 'runs_n') as readonly number[];
    expect(bars.reduce((sum, runs) => sum + runs, 0)).toBe(first.outcomes[0].runs);
    expect(tables[3].rows).toHaveLength(study.progress.failures.length);
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('are found by number or name', () => {
    const view = viewOf(snapshotAt(100, { view: 'why' }), record);
    expect(['2', 'payments', '9', '0', 'no', ''].map((text) => findPanel(view, text))).toEqual([
      1,
      3,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('an export', () => {
  it('is named by scenario, view, month and panel', () => {
    const named = (form: ExportForm) => {
      const { name, ending } = written(form, snapshotAt(100, { view: 'why' }));
      return `${name}.${ending}`;
    };
    expect((['csv', 'json', 'text', 'svg'] as const).map(named)).toEqual([
      'maabar-pseudo-cut-why-2022-04-movers.csv',
      'maabar-pseudo-cut-why-2022-04-movers.json',
      'maabar-pseudo-cut-why-2022-04.txt',
      'maabar-pseudo-cut-why-2022-04.svg',
    ]);
    const odd = { ...snapshotAt(100), scenarioId: '../a b:c' };
    expect(written('text', odd).name).toBe('maabar-..-a-b-c-run-2022-04');
  });

  it('says in every row of CSV, and once in JSON, what it is', () => {
    const [header, ...rows] = written('csv', snapshotAt(100)).text.trimEnd().split('\n');
    expect(header).toMatch(/^scenario_id,seed,replicate,date,.*,shown_date,shocks,model_version,note$/);
    expect(rows).toHaveLength(9);
    for (const row of rows) expect(row).toMatch(/^pseudo-cut,42,1,2022-04-01,.*"model output, not data"$/);
    const { about, table } = JSON.parse(written('json', snapshotAt(100)).text);
    expect(about).toMatchObject({
      ...{
        note: 'model output, not data',
        scenario_id: 'pseudo-cut',
        seed: 42,
        compared_with: 'pseudo-baseline',
      },
      ...{ shown_date: '2022-04-01', view: 'run', shocks: [] },
    });
    expect(table.rows[0]).toMatchObject({ letter: 'A', faction: 'Alder Brigade' });
  });

  it('names what was thrown into the run', () => {
    const snapshot = snapshotAt(100);
    const shock = { label: 'gate closed', at: 60, until: undefined, set: {} };
    const state = { ...snapshot.state, thrown: { shocks: [shock], undone: [] } };
    expect(written('csv', { ...snapshot, state }).text).toContain('"gate closed, 2018-12"');
  });

  it('leaves a missing number empty in CSV, and null in JSON', () => {
    const inland = snapshotAt(100, { view: 'crossings' });
    const only = { ...inland, state: { ...inland.state, filters: { posts: 'ring road' } } };
    expect(written('csv', only).text).toMatch(/,1,,,2022-04-01,/);
    expect(JSON.parse(written('json', only).text).table.rows[0].patrol_idx).toBeNull();
  });

  it('disarms a name that a spreadsheet would run', () => {
    const { world } = experiment;
    const factions = world.factions.map((faction, at) => (at === 0 ? { ...faction, name: '=1+1' } : faction));
    const hostile = { ...snapshotAt(100), experiment: { ...experiment, world: { ...world, factions } } };
    expect(written('csv', hostile).text).toContain(",'=1+1,");
  });

  it('as text is the frame that is printed', () => {
    const { title, scenarioId } = experiment;
    const frame = { title, scenarioId, seed: 42, experiment, record, comparison, month: 100, size };
    expect(written('text', snapshotAt(100)).text).toBe(
      frameText({ ...frame, parameters: pseudoParameters() }),
    );
  });

  it('is none before there is a run', () => {
    expect(shownRun({ ...snapshotAt(1), record: undefined })).toBeUndefined();
  });
});

describe('a copied panel', () => {
  it('has its title, its rows, and what it is', () => {
    const snapshot = snapshotAt(100);
    const lines = panelText(shownRun(snapshot)!, size, theme).trimEnd().split('\n');
    expect(lines[0]).toContain('Income of factions');
    expect(lines.filter((line) => line.includes('Hazel Movement'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('pseudo-cut, 2022-04, seed 42: model output, not data');
    for (const line of lines) expect(line).toBe(line.trimEnd());
  });
});
