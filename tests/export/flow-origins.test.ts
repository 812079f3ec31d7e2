import { describe, expect, it } from 'vitest';
import { flowRows, flowsTable } from '../../src/export/month-tables.ts';
import { loneRun } from '../fixtures/lone-run.ts';
import type { Setting } from '../fixtures/small-world.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const names = flowsTable.fields.map((field) => field.name);
const [amount, origin] = ['amount_usd', 'origin'].map((name) => names.indexOf(name));

function rowsWith(set: Readonly<Record<string, Setting>>) {
  const experiment = experimentOn(smallWorld(), { 'dollars.enabled': 1, ...set }, { months: 4 });
  const { plan, run } = loneRun(experiment);
  return [...flowRows(plan, run)];
}

/** Cents of each payment, whatever its origins. */
function payments(rows: ReturnType<typeof rowsWith>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = row.filter((_, at) => at !== amount && at !== origin).join('|');
    sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(row[amount]) * 100));
  }
  return sums;
}

describe('flows by origin', () => {
  it('add up to the payments, to the cent', () => {
    const traced = rowsWith({ 'books.origins': 1 });
    const untraced = rowsWith({ 'books.origins': 0 });
    expect(traced.length).toBeGreaterThan(untraced.length);
    expect(payments(traced)).toEqual(payments(untraced));
  });

  it('say where the money is from, and nothing in a month that is not traced', () => {
    const half = rowsWith({ 'books.origins': (month) => (month > 2 ? 1 : 0) });
    const month = names.indexOf('month');
    for (const row of half) expect(row[origin] === null, String(row[month])).toBe(Number(row[month]) <= 2);
    const shipped = half.filter((row) => row[names.indexOf('line')] === 'shipment' && row[origin] !== null);
    expect(new Set(shipped.map((row) => row[origin]))).toEqual(new Set(['us-dollars']));
  });
});
