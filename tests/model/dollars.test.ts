import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { centralBank, unitedStates } from '../../src/model/accounts.ts';
import {
  cardSupply,
  findPremium,
  fraudAt,
  streetNeed,
  type WindowTerms,
  windowTerms,
} from '../../src/model/dollar-window.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { playMonth } from '../../src/model/month.ts';
import { readParameters } from '../../src/model/parameter-values.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

const on = { 'dollars.enabled': 1 };
const play = (set: Readonly<Record<string, Setting>>, key = 'key', months = 36) =>
  playRun(experimentOn(smallWorld(), { ...on, ...set }, { months }), key, { keepFlows: false }).tables[0];
const mean = (values: Float64Array, from: number) =>
  values.slice(from).reduce((sum, value) => sum + value, 0) / (values.length - from);

const plain: WindowTerms = {
  sales: 100,
  shipments: 20,
  mostFraud: 30,
  fraudCost: 0.01,
  fraudWidth: 0.1,
  barred: 30,
  flight: 10,
  informal: 10,
  refused: 0,
  otherSupply: 20,
  elasticity: 0,
};

describe('the street premium', () => {
  it('is where false papers bring what the street lacks: 20 + 30 (pi - .01)/.1 = 50 at pi = .11', () => {
    expect(findPremium(plain, 0)).toBeCloseTo(0.11, 12);
    expect(fraudAt(plain, 0.06)).toBeCloseTo(15, 12);
  });

  it('without false papers is what makes the street do with its own supply: 50 (1 + pi)^-1 = 20', () => {
    expect(findPremium({ ...plain, mostFraud: 0, elasticity: 1 }, 0)).toBeCloseTo(1.5, 9);
  });

  it('is nothing where the street has enough', () => {
    expect(findPremium({ ...plain, otherSupply: 50 }, 0)).toBe(0);
    expect(findPremium(plain, 30)).toBe(0);
  });

  it('clears the street in any month where it can', () => {
    const usd = fc.double({ min: 0, max: 1e9, noNaN: true });
    const share = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(usd, usd, usd, share, share, (barred, otherSupply, mostFraud, fraudCost, width) => {
        const terms = { ...plain, barred, otherSupply, mostFraud, fraudCost, fraudWidth: width + 0.001 };
        const premium = findPremium({ ...terms, elasticity: 4 }, 0);
        const lack = streetNeed(terms) * (1 + premium) ** -4 - otherSupply - fraudAt(terms, premium);
        expect(premium).toBeGreaterThanOrEqual(0);
        if (premium > 0 && premium < 4) expect(Math.abs(lack)).toBeLessThan(1e-6 * (streetNeed(terms) + 1e9));
        if (premium === 0) expect(lack).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});

describe('rules at the window', () => {
  it('lift the premium from below 3% to 15-20%, and let less out on false papers', () => {
    const [loose, strict] = [play({}), play({ 'dollars.strictness': 1 })];
    expect(mean(columnOf(loose, 'premium_share'), 6)).toBeLessThan(0.03);
    const premium = mean(columnOf(strict, 'premium_share'), 6);
    expect(premium).toBeGreaterThan(0.15);
    expect(premium).toBeLessThan(0.2);
    expect(mean(columnOf(strict, 'window_fraud_usd'), 6)).toBeLessThan(
      mean(columnOf(loose, 'window_fraud_usd'), 6),
    );
  });

  it('refuse honest transfers in step with strictness, and send unmet cash to the street', () => {
    const terms = (set: Readonly<Record<string, Setting>>) =>
      windowTerms(readParameters(experimentOn(smallWorld(), { ...on, ...set }).timeline), 1);
    expect(terms({ 'dollars.strictness': 0.5 }).refused).toBeCloseTo((0.12 * 0.5 * 1e9) / 12, 6);
    expect(terms({ 'us.dollar_shipments': 4e7 }).refused).toBeCloseTo(6e7 / 12, 6);
  });
});

describe("the patron's demand for dollars", () => {
  it.each(['one', 'two', 'three'])('raises premium and leakage (draws %s)', (key) => {
    const [less, more] = [play({}, key), play({ 'dollars.barred_trade': 3.2e8 }, key)];
    for (const column of ['premium_share', 'window_fraud_usd', 'income_dollars_usd']) {
      columnOf(more, column).forEach((value, m) => {
        expect(value, column).toBeGreaterThan(columnOf(less, column)[m]);
      });
    }
  });
});

describe('cards', () => {
  it('open after a quarter of a high premium, and bring no more than their cap', () => {
    const { timeline } = experimentOn(smallWorld(), on);
    const parameters = readParameters(timeline);
    expect(cardSupply(parameters, Float64Array.of(0.1, 0.1, 0.07), 1)).toBe(0);
    expect(cardSupply(parameters, Float64Array.of(0.1, 0.1, 0.08), 1)).toBeCloseTo(5e7 / 12, 6);
  });

  it('lower a premium that rules have raised, from the fourth month', () => {
    const rules = { 'dollars.strictness': (month: number) => (month >= 7 ? 1 : 0) };
    const [with_, without] = [play(rules), play({ ...rules, 'dollars.cards_cap': 0 })].map((table) =>
      columnOf(table, 'premium_share'),
    );
    expect(with_.slice(0, 9)).toEqual(without.slice(0, 9));
    expect(with_[9]).toBeLessThan(without[9]);
  });
});

describe('the money of the window', () => {
  it('leaves the central bank and the sanctioning power as they were', () => {
    const world = foundWorld(experimentOn(smallWorld(), on), 'key');
    for (let month = 1; month <= 12; month++) playMonth(world, month);
    expect(world.state.balances[centralBank]).toBe(0);
    expect(world.state.balances[unitedStates]).toBe(0);
  });

  it('gives factions their contested part of the rent: F pi, less what bank owners keep', () => {
    const table = play({}, 'key', 1);
    const rent = columnOf(table, 'window_fraud_usd')[0] * columnOf(table, 'premium_share')[0];
    // Two factions of capacity 1 against an outsider of 1, effort and skill 1: two thirds of half the rent.
    expect(columnOf(table, 'income_dollars_usd')[0]).toBeCloseTo((2 / 3) * 0.5 * rent, 1);
  });

  it('is nothing where the window is off', () => {
    const table = play({ 'dollars.enabled': 0 });
    for (const column of ['premium_share', 'income_dollars_usd', 'window_fraud_usd'])
      expect(new Set(columnOf(table, column))).toEqual(new Set([0]));
  });

  it('never gives factions together more than the contested rent', () => {
    const table = play({ 'contest.outside': 0, 'patron.transfer': (month) => (month < 7 ? 5e6 : 0) });
    columnOf(table, 'income_dollars_usd').forEach((usd, m) => {
      const rent = columnOf(table, 'window_fraud_usd')[m] * columnOf(table, 'premium_share')[m];
      expect(usd).toBeLessThanOrEqual(0.5 * rent + 0.02);
    });
  });
});
