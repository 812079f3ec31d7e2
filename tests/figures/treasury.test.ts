import { describe, expect, it } from 'vitest';
import { gaugeMonths } from '../../src/figures/gauge.ts';
import { treasuryGauges } from '../../src/figures/treasury.ts';
import { pseudoBaseline, pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const { world } = pseudoExperiment();
const record = pseudoRecord();
const named = (label: string, month: number, of = record) =>
  treasuryGauges(of, world, month).find((gauge) => gauge.label === label);

describe('treasury and cash', () => {
  it('are read from the month, and looked back on for two years', () => {
    expect(named('duty paid of owed', 52)).toMatchObject({ value: 0.6, unit: 'share' });
    expect(named('duty paid of owed', 53)).toMatchObject({ value: 0.45 });
    expect(named('duty paid of owed', 53)!.trend).toEqual([...Array(gaugeMonths - 1).fill(0.6), 0.45]);
    expect(named('duty paid of owed', 3)!.trend).toEqual([0.6, 0.6, 0.6]);
  });

  it('count as oil income what the payments kept say came in for oil', () => {
    expect(named('oil income', 7)).toMatchObject({ value: 7e7 });
    expect(named('oil income', 7, { ...record, flows: null })).toBeUndefined();
  });

  it('add up the cash of all factions, and name each with its letter', () => {
    const gauges = treasuryGauges(record, world, 60);
    const each = gauges.filter(({ subject }) => subject?.kind === 'faction');
    expect(each.map(({ label }) => label).slice(0, 2)).toEqual([
      'cash A Alder Brigade',
      'cash B Birch Network',
    ]);
    expect(each).toHaveLength(world.factions.length);
    const sum = each.reduce((total, { value }) => total + value, 0);
    expect(named('cash of factions', 60)!.value).toBeCloseTo(sum, 6);
  });

  it('stand beside the other run in the same month', () => {
    const comparison = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };
    const gauges = treasuryGauges(record, world, 60, comparison);
    const customs = gauges.find(({ label }) => label === 'customs receipts')!;
    expect(customs.value - customs.compared).toBeCloseTo(-15e6, 6);
    expect(named('customs receipts', 60)!.compared).toBeNaN();
  });
});
