import { describe, expect, test } from 'vitest';
import { createTable } from '../../src/engine/recorder.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { type Check, evaluateCheck, meanOver } from '../../src/scenario/checks.ts';
import { formatWindow, parseWindow } from '../../src/scenario/window.ts';

/** A run of six months from 2018-01 whose patron income is given month by month. */
function recordOf(incomes: readonly number[]): RunRecord {
  const column = { name: 'income_patron_usd', unit: 'usd', meaning: 'income' } as const;
  const table = createTable({ name: 'by_month', meaning: '', key: null, entities: [], columns: [column] }, 6);
  table.data.set(incomes);
  const run = { scenarioId: 'a', seed: 1, replicate: 1, firstMonth: 49, months: 6, events: [], flows: null };
  return { ...run, tables: [table], digest: '' };
}

const record = recordOf([90, 100, 110, 40, 40, 40]);
const before = { first: 49, last: 51 };
const after = { first: 52, last: 54 };
const check: Check = {
  outcome: 'income_patron_usd',
  window: after,
  against: 'earlier',
  from: before,
  low: -0.65,
  high: -0.55,
  note: '',
  file: 'a.yaml',
  line: 1,
  column: 1,
};

describe('a check', () => {
  test('a fall from a mean of 100 to 40 is a change of -60%, and says so', () => {
    expect(evaluateCheck(check, record)).toEqual({
      holds: true,
      seen: -0.6,
      sentence:
        'income_patron_usd, mean of 2018-04..2018-06, against 2018-01..2018-03, is -60%; wanted -65% to -55%.',
    });
  });

  test('the band is closed: both ends hold, and a hair outside does not', () => {
    expect(evaluateCheck({ ...check, low: -0.6, high: -0.6 }, record).holds).toBe(true);
    expect(evaluateCheck({ ...check, low: -0.599 }, record).holds).toBe(false);
    expect(evaluateCheck({ ...check, high: -0.601 }, record).holds).toBe(false);
  });

  test('against another scenario the same months are compared', () => {
    const other = recordOf([0, 0, 0, 100, 60, 80]);
    const paired: Check = { ...check, against: 'scenario', from: after };
    expect(evaluateCheck(paired, record, other)).toMatchObject({ holds: false, seen: -0.5 });
    expect(() => evaluateCheck(paired, record)).toThrow('needs the run it is compared with');
  });

  test('a value is the mean over the window itself', () => {
    const level: Check = { ...check, against: 'value', from: after, low: 40, high: 50 };
    expect(evaluateCheck(level, record)).toMatchObject({
      holds: true,
      seen: 40,
      sentence: 'income_patron_usd, mean of 2018-04..2018-06, is 40; wanted 40 to 50.',
    });
  });

  test('a rise from a negative mean is a rise, and one from zero has no size', () => {
    expect(evaluateCheck(check, recordOf([-10, -10, -10, -5, -5, -5])).seen).toBe(0.5);
    expect(evaluateCheck(check, recordOf([0, 0, 0, 5, 5, 5]))).toMatchObject({ holds: false, seen: null });
    expect(evaluateCheck({ ...check, low: 0, high: 0 }, recordOf([0, 0, 0, 0, 0, 0]))).toMatchObject({
      holds: true,
      seen: 0,
    });
  });

  test('months that the run does not hold, and a column it lacks, are our fault and thrown', () => {
    expect(() => meanOver(record, 'income_patron_usd', { first: 48, last: 50 })).toThrow(
      'does not reach 2017-12',
    );
    expect(() => meanOver(record, 'income_patron_usd', { first: 54, last: 55 })).toThrow('does not reach');
    expect(() => meanOver(record, 'absent', before)).toThrow('no column absent');
  });
});

test('a window is two months or one, and not upside down', () => {
  expect(parseWindow('2018-06..2018-08')).toEqual({ first: 54, last: 56 });
  expect(parseWindow('2018-06')).toEqual({ first: 54, last: 54 });
  for (const text of ['2018-08..2018-06', '2018-06..', '2018-06..2018-07..2018-08', '2013-06', 'June'])
    expect(parseWindow(text)).toBeUndefined();
  expect(formatWindow({ first: 54, last: 56 })).toBe('2018-06..2018-08');
  expect(formatWindow({ first: 54, last: 54 })).toBe('2018-06');
});
