import { describe, expect, it } from 'vitest';
import { incomeMovers, postMovers } from '../../src/figures/movers.ts';
import { parameterRows, parametersOfRules, sortParameters } from '../../src/figures/parameter-rows.ts';
import { tableOf } from '../../src/figures/run-tables.ts';
import { pseudoBaseline, pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();
const comparison = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };

describe('what moved in a month', () => {
  it('puts the line that moved most first: the transfer in the month it is cut', () => {
    const [first] = incomeMovers({ kind: 'all' }, record, 53, comparison);
    expect(first.label).toBe('patron');
    expect(first.value - first.before).toBeLessThan(-2_000_000);
    expect(first.compared).toBeGreaterThan(first.value);
  });

  it('has lines that sum to all income', () => {
    const movers = incomeMovers({ kind: 'faction', index: 2 }, record, 80, undefined);
    const all = movers.find(({ label }) => label === 'all income')!;
    const lines = movers.filter(({ letter }) => letter !== '');
    expect(lines.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(all.value, 3);
  });

  it('keeps a line that earns nothing any more and does in the other run', () => {
    const closed = structuredClone(record);
    tableOf(closed, 'by_month').data.fill(0);
    const labels = (other: typeof comparison | undefined) =>
      incomeMovers({ kind: 'all' }, closed, 80, other).map(({ label }) => label);
    expect(labels(comparison)).toContain('customs');
    expect(labels(undefined)).toEqual(['all income']);
  });

  it('knows no month before the first, and no other run where there is none', () => {
    for (const { before, compared } of incomeMovers({ kind: 'all' }, record, 1, undefined))
      expect([before, compared]).toEqual([Number.NaN, Number.NaN]);
  });

  it('leaves out of an inland post what only a gate has', () => {
    const labels = (index: number, isInland: boolean) =>
      postMovers(index, isInland, record, 80, comparison).map(({ label }) => label);
    expect(labels(2, false)).toContain('days to clear');
    expect(labels(13, true)).not.toContain('days to clear');
  });
});

describe('parameters in a month', () => {
  const rows = parameterRows(pseudoParameters(), experiment.timeline, 100);

  it('have their value, what the world file has, and whether a change is in force', () => {
    expect(rows[0]).toMatchObject({ value: 400, believed: 1000, isChanged: true });
    expect(rows[0].changedBy).toBe('transfer cut by 60%, May 2018');
    expect(parameterRows(pseudoParameters(), experiment.timeline, 52)[0]).toMatchObject({
      value: 1000,
      isChanged: false,
    });
  });

  it('are sorted by name, worst grade or change, and the other way round', () => {
    const names = (order: number, isReversed = false) =>
      sortParameters(rows, order, isReversed).map(({ facts }) => facts.name);
    expect(names(1)).toEqual([...names(0)].sort());
    expect(names(2).at(-1)).toBe('trade.imports');
    expect(names(3)[0]).toBe('patron.transfer');
    expect(names(1, true)).toEqual([...names(1)].reverse());
    expect(names(4)).toEqual(names(0));
  });

  it('of a rule are those of the subject alone where they are of one crossing', () => {
    const names = (own: readonly string[]) =>
      parametersOfRules(rows, ['trade'], own).map(({ facts }) => facts.name);
    expect(names(['north-ford'])).toEqual(['crossings.north-ford.open', 'trade.imports']);
    expect(names([])).toEqual(['trade.imports']);
  });
});
