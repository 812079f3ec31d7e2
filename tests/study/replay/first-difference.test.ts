import { describe, expect, it } from 'vitest';
import { keepRun } from '../../../src/study/kept-run.ts';
import { differenceWords, firstDifference } from '../../../src/study/replay/first-difference.ts';
import { findRun, identityOf, placeOfRun } from '../../../src/study/run-order.ts';
import { madeUpExperiment, madeUpPlan, madeUpRecord } from '../made-up-runs.ts';

const experiments = [madeUpExperiment('one')];
const plan = madeUpPlan({ experiments });
const lean = madeUpPlan({ experiments, tables: [] });
type Cell = (month: number, column: number) => number;
const keptOf = (cell: Cell, study = plan) =>
  keepRun(study, placeOfRun(study, 0), { status: 'ok', record: madeUpRecord(experiments[0], 3, 1, cell) });
const failed = {
  stage: 'model',
  code: 'E_BOOKS',
  message: '2014-02: books',
  scenarioId: 'one',
  seed: 3,
  replicate: 1,
} as const;
const keptFailure = keepRun(plan, placeOfRun(plan, 0), { status: 'failed', ...failed });
const plain: Cell = (month, column) => month + column / 7;

describe('the first difference of two playings', () => {
  it('is none where every recorded number is equal, and where both failed alike', () => {
    expect(firstDifference(plan, keptOf(plain), keptOf(plain))).toBeUndefined();
    expect(firstDifference(plan, keptFailure, keptFailure)).toBeUndefined();
  });

  it('names table, month and column, down to the last bit of a number', () => {
    const moved: Cell = (month, column) => plain(month, column) + (month >= 3 && column === 1 ? 2 ** -50 : 0);
    const found = firstDifference(plan, keptOf(plain), keptOf(moved))!;
    expect(found).toMatchObject({ table: 'by_month', month: 3, column: 'income_local_usd' });
    expect(differenceWords(found)).toMatch(
      /^by_month, 2014-03, income_local_usd: 3\.\d+ is kept, the replay gives 3\.\d+$/,
    );
  });

  it('is told by means where no months are kept', () => {
    const moved: Cell = (month, column) => plain(month, column) + (month === 2 ? 1 : 0);
    expect(firstDifference(lean, keptOf(plain, lean), keptOf(moved, lean))).toMatchObject({
      table: 'outcomes',
      column: 'income_patron_usd over 2014-01..2014-04',
    });
  });

  it('is told by the digest where what differs was not kept', () => {
    const swapped: Cell = (month, column) => plain(month === 2 ? 3 : month === 3 ? 2 : month, column);
    expect(firstDifference(lean, keptOf(plain, lean), keptOf(swapped, lean))).toMatchObject({
      column: 'digest',
    });
  });

  it('is the end where one of them failed, or failed otherwise', () => {
    expect(firstDifference(plan, keptFailure, keptOf(plain))).toMatchObject({
      column: 'status',
      kept: 'model E_BOOKS: 2014-02: books',
      replayed: 'ok',
    });
  });
});

describe('a run found by its name', () => {
  it('is the run that the name was made of, and no other name finds one', () => {
    for (let index = 0; index < 4; index++) {
      const place = placeOfRun(plan, index);
      expect(findRun(plan, identityOf(plan, place).runId)).toEqual(place);
    }
    expect(findRun(plan, 'r-000000000000')).toBeUndefined();
  });
});
