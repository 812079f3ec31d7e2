import { describe, expect, it } from 'vitest';
import { checksTable } from '../../src/export/checks-table.ts';
import { codebookTable } from '../../src/export/dictionary.ts';
import { eventsTable, flowsTable } from '../../src/export/month-tables.ts';
import { outcomesTable, runsTable } from '../../src/export/run-tables.ts';
import {
  byScenarioMonthTable,
  compareTable,
  parametersTable,
  replacementTable,
} from '../../src/export/summary-tables.ts';
import { recordedTable } from '../../src/export/table-declaration.ts';
import { recordedTables } from '../../src/model/observables.ts';
import { runId } from '../../src/study/run-key.ts';
import { query } from '../fixtures/duckdb.ts';
import { plan, world } from '../fixtures/made-study.ts';
import { postgresWords, stataWords } from './reserved-words.ts';

const specs = recordedTables(world);
const tables = [
  ...[runsTable, outcomesTable(plan), ...specs.map(recordedTable), flowsTable, eventsTable],
  ...[parametersTable, byScenarioMonthTable, compareTable, replacementTable, checksTable, codebookTable],
];
const columns = [...new Set(tables.flatMap(({ fields }) => fields.map(({ name }) => name)))];
const names = [...columns, ...tables.map(({ name }) => name)];

describe('names of tables and columns', () => {
  it('are short, plain and lower case', () => {
    expect(columns.length).toBeGreaterThan(80);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  it('are no words that Stata reserves', () => {
    expect(names.filter((name) => stataWords.includes(name) || /^str\d+$/.test(name))).toEqual([]);
  });

  it('are no words that PostgreSQL reserves', () => {
    expect(new Set(postgresWords).size).toBe(postgresWords.length);
    expect(names.filter((name) => postgresWords.includes(name))).toEqual([]);
  });

  it('are no words that DuckDB reserves, by its own list', async () => {
    const list = await query(
      "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')",
    );
    const reserved = list.map(([word]) => word);
    expect(reserved).toEqual(expect.arrayContaining(['select', 'window', 'left']));
    expect(names.filter((name) => reserved.includes(name))).toEqual([]);
  });

  it('end with their unit where the model recorded a number, but for two kinds', () => {
    const numbers = specs.flatMap(({ columns: recorded }) =>
      recorded.filter(({ labels, unit }) => labels === undefined && unit !== 'switch'),
    );
    const bare = numbers.map(({ name }) => name).filter((name) => !/_(usd|share|days|idx|n)$/.test(name));
    const begun = new Set(bare.map((name) => name.replace(/_to_.*/, '')));
    expect([...begun]).toEqual(['cents_per_dollar', 'open']);
  });
});

describe('an id', () => {
  it('of a run or a point cannot be read as a number', () => {
    for (let replicate = 1; replicate <= 200; replicate++)
      expect(Number(runId('cut', 'p-0', 1, replicate))).toBeNaN();
    expect(Number('p-0')).toBeNaN();
  });
});
