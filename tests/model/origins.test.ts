import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  banks,
  centralBank,
  firstFaction,
  households,
  officials,
  purposeIndex,
  unitedStates,
} from '../../src/model/accounts.ts';
import { flowMatrix } from '../../src/model/flow-matrix.ts';
import { createLedger, pay } from '../../src/model/ledger.ts';
import { origins } from '../../src/model/origin.ts';
import { createOriginTrace, originsAtStart, traceOrigins } from '../../src/model/origins.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const accounts = firstFaction + 2;
const usDollars = origins.indexOf('us-dollars');

function trace(
  payments: readonly (readonly [number, number, number])[],
  opening = new Float64Array(accounts),
) {
  const ledger = createLedger(accounts);
  for (const [from, to, cents] of payments)
    pay(ledger, from, to, from === unitedStates ? purposeIndex.shipment : purposeIndex.spending, 0, 0, cents);
  const made = originsAtStart(accounts);
  const result = createOriginTrace(accounts);
  traceOrigins(ledger, opening, made, result);
  const share = (account: number) => made[account * origins.length + usDollars];
  return { share, made, ...result.reached };
}

describe('the trace of money', () => {
  it('passes shipped dollars on whole along a chain without other money', () => {
    const chain = trace([
      [unitedStates, centralBank, 100],
      [centralBank, banks, 100],
      [banks, firstFaction, 40],
    ]);
    expect(chain.share(firstFaction)).toBeCloseTo(1, 9);
    expect([chain.factions, chain.shipped]).toEqual([40, 100]);
  });

  it('dilutes them in the cash an account had: 100 shipped on 300 held is a quarter', () => {
    const opening = new Float64Array(accounts);
    opening[officials] = 300;
    const mixed = trace(
      [
        [unitedStates, officials, 100],
        [officials, firstFaction + 1, 60],
      ],
      opening,
    );
    expect(mixed.share(officials)).toBeCloseTo(0.25, 12);
    expect(mixed.factions).toBeCloseTo(15, 9);
  });

  it('counts money spent beyond what there is as of another origin', () => {
    const debt = trace([
      [unitedStates, households, 50],
      [households, firstFaction, 200],
    ]);
    expect(debt.factions).toBeCloseTo(50, 9);
  });

  it('keeps shares that sum to 1, whoever pays whom', () => {
    const account = fc.nat(accounts - 1);
    const payment = fc.tuple(account, account, fc.nat(1000));
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 40 }), (payments) => {
        const { made } = trace(payments.filter(([from, to]) => from !== to));
        for (let a = 0; a < accounts; a++) {
          const shares = made.slice(a * origins.length, (a + 1) * origins.length);
          expect(shares.every((share) => share >= 0)).toBe(true);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('moves no decision and no payment', () => {
    const run = (on: number) =>
      playRun(
        experimentOn(smallWorld(), { 'dollars.enabled': 1, 'books.origins': on }, { months: 12 }),
        'key',
        {
          keepFlows: true,
        },
      );
    const [off, on] = [run(0), run(1)];
    expect({ ...on.flows, madeOf: null }).toEqual({ ...off.flows, madeOf: null });
    expect(Math.max(...off.flows!.madeOf)).toBe(0);
    expect(on.tables[1].data).toEqual(off.tables[1].data);
    expect(on.tables[0].data).not.toEqual(off.tables[0].data);
  });
});

describe('the matrix of a month', () => {
  it('has rows that sum to exactly zero, and columns that are what cash changed by', () => {
    const experiment = experimentOn(smallWorld(), { 'dollars.enabled': 1 }, { months: 6 });
    const { flows } = playRun(experiment, 'key', { keepFlows: true });
    const matrix = flowMatrix(flows!, 4);
    expect(matrix.rows.map(({ line }) => line)).toContain('dollars');
    for (const { line, cents } of matrix.rows)
      expect(
        cents.reduce((sum, each) => sum + each, 0),
        line,
      ).toBe(0);
    expect(matrix.change.reduce((sum, each) => sum + each, 0)).toBe(0);
    expect(matrix.change[centralBank]).toBe(0);
  });
});
