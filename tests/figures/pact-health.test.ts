import { describe, expect, it } from 'vitest';
import { pactGauges, pactWords } from '../../src/figures/pact-health.ts';
import { pseudoRecord } from '../fixtures/pseudo-run.ts';

const record = pseudoRecord();
const named = (label: string, month: number) =>
  pactGauges(record, month).find((gauge) => gauge.label === label)!;

describe('how the pact fares', () => {
  it('counts alarms, breaches and settlements of the last twelve months', () => {
    // One breach in month 91, one alarm and one settlement in month 95.
    expect(named('breaches, 12 m', 90).value).toBe(0);
    expect(named('breaches, 12 m', 91).value).toBe(1);
    expect(named('breaches, 12 m', 102).value).toBe(1);
    expect(named('breaches, 12 m', 103).value).toBe(0);
    expect(named('alarms, 12 months', 95).value).toBe(1);
    expect(named('settled, 12 m', 95).value).toBe(1);
  });

  it('counts the months of war among the last twelve', () => {
    // War stands in the months 96, 97 and 98.
    expect(
      [95, 96, 97, 98, 99, 107, 108, 109, 110].map((month) => named('war months of 12', month).value),
    ).toEqual([0, 1, 2, 3, 3, 3, 2, 1, 0]);
    expect(pactWords(record, 97)).toBe('2 factions at war');
    expect(pactWords(record, 99)).toBe('at peace');
  });

  it('leads from a count to the latest event of its kind up to the month', () => {
    expect(named('alarms, 12 months', 94).subject).toBeUndefined();
    expect(named('alarms, 12 months', 100).subject).toEqual({ kind: 'event', seq: 5 });
  });

  it('reads cohesion from the month', () => {
    expect(named('cohesion', 52).value).toBe(0.8);
    expect(named('cohesion', 97).value).toBe(0.2);
  });
});
