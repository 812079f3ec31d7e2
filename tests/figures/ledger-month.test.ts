import { describe, expect, it } from 'vitest';
import { ledgerMonth, millions } from '../../src/figures/ledger-month.ts';
import { flowMatrix } from '../../src/model/flow-matrix.ts';
import { pseudoRecord } from '../fixtures/pseudo-run.ts';

const flows = pseudoRecord().flows!;

describe('the ledger of a month', () => {
  it.each([1, 77, 156])('sums the payments of month %d and no others', (month) => {
    expect(ledgerMonth(flows, month).matrix).toEqual(flowMatrix(flows, month));
    expect(ledgerMonth(flows, month).matrix.rows.length).toBeGreaterThan(3);
  });

  it('is empty in a month without payments', () => {
    expect(ledgerMonth(flows, 157)).toMatchObject({ moving: [], matrix: { rows: [] } });
  });

  it('names only sectors that paid or received', () => {
    const { matrix, moving } = ledgerMonth(flows, 77);
    const still = matrix.sectors.filter((_, at) => !moving.includes(at));
    expect(still).toContain('banks');
    expect(moving.map((at) => matrix.sectors[at])).toContain('factions');
  });

  it('writes millions to two places, and a point for nothing', () => {
    expect([0, 1.5e8, -4.2e6].map(millions)).toEqual(['.', '1.50', '-0.04']);
  });
});
