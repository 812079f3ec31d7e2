import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { playRun } from '../../src/model/play.ts';
import { crossing, experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

const changeAt = 13;
const months = 48;
const replicates = [1, 2, 3, 4, 5];
const later = (before: number, after: number) => (month: number) => (month >= changeAt ? after : before);

/** Settled mean of a column in one run: the last two years. */
function settled(set: Readonly<Record<string, Setting>>, key: number, column: string, post?: number): number {
  const experiment = experimentOn(world, { 'enforcement.enabled': 1, ...set }, { months });
  const { tables } = playRun(experiment, `replicate-${key}`, { keepFlows: false });
  const values = columnOf(tables[post === undefined ? 0 : 2], column, post ?? 0).subarray(24);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const world = smallWorld({
  neighbours: [{ id: 'east', name: 'Eastland', isPatron: true }],
  crossings: [
    crossing('upper', 0.6, { holders: { north: 1 } }),
    crossing('lower', 0.4, { holders: { south: 1 } }),
  ],
});

type Measure = (set: Readonly<Record<string, Setting>>, key: number) => number;
const of =
  (column: string, post?: number): Measure =>
  (set, key) =>
    settled(set, key, column, post);
const evasion: Measure = (set, key) => 1 - of('declared_usd')(set, key) / of('imports_usd')(set, key);

/** Half width of the 95% interval of a mean over five pairs, in standard errors. */
const student = 2.776;

/** The 95% interval of the mean paired difference lies on one side of 0. */
function expectSign(measure: Measure, set: Readonly<Record<string, Setting>>, sign: 1 | -1, base = {}): void {
  const differences = replicates.map((key) => measure({ ...base, ...set }, key) - measure(base, key));
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  const squares = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const error = Math.sqrt(squares / (differences.length - 1) / differences.length);
  expect(sign * mean).toBeGreaterThan(student * error);
}

describe('an extra cost at one gate', () => {
  const set = { 'crossings.upper.extra_cost': later(0, 0.02) };

  it('sends trade to the other gate', () => {
    expectSign(of('traffic_usd', 0), set, -1);
    expectSign(of('traffic_usd', 1), set, 1);
  });

  it('lowers what is asked there and raises it at the other', () => {
    expectSign(of('price_share', 0), set, -1);
    expectSign(of('price_share', 1), set, 1);
  });
});

describe('a higher official duty', () => {
  const set = { 'goods.*.duty': later(0.13, 0.2) };

  it('means more evasion and a dearer fixer', () => {
    expectSign(evasion, set, 1);
    expectSign(of('price_share', 0), set, 1);
  });

  const duties = [0.02, 0.04, 0.06, 0.08, 0.12, 0.2, 0.3, 0.5];
  const rising = (measure: (duty: number) => number) => {
    const revenue = duties.map(measure);
    return revenue.slice(1).map((usd, at) => usd > revenue[at]);
  };
  const revenueAt = (duty: number, part: number) =>
    of('treasury_customs_usd')({ 'goods.*.duty': later(0.13, duty), 'customs.fixer_duty_share': part }, 1);

  it('has a single peak of what declared goods pay, and of revenue where fixed goods pay nothing', () => {
    const declared = rising((duty) => duty * of('declared_usd')({ 'goods.*.duty': later(0.13, duty) }, 1));
    expect(declared).toEqual([true, true, false, false, false, false, false]);
    expect(rising((duty) => revenueAt(duty, 0))).toEqual([true, true, false, false, false, false, false]);
  });

  it('brings revenue past a trough again where fixed goods pay a part, since they have nowhere else to go', () => {
    const revenue = rising((duty) => revenueAt(duty, 0.075));
    expect(revenue.slice(0, 3)).toEqual([true, true, true]);
    expect(revenue.slice(3, 5)).toEqual([false, false]);
    expect(revenue.slice(5)).toEqual([true, true]);
  });
});

describe('detection times penalty', () => {
  it.each([
    ['a higher penalty', { 'customs.fixer_penalty': later(0.01, 0.04) }],
    ['more patrols', { 'enforcement.patrols': later(1, 4) }],
  ])('means less evasion, a cheaper fixer and less for factions: %s', (_, set) => {
    expectSign(evasion, set, -1);
    expectSign(of('price_share', 0), set, -1);
    expectSign(of('income_customs_usd'), set, -1);
  });

  it('falls with interconnectedness, reform by reform', () => {
    const audit = { 'government.audit': later(0, 1) };
    expectSign(of('impunity_share'), audit, -1);
    expectSign(of('impunity_share'), { 'government.interconnectedness': 0.6 }, 1, audit);
  });
});

describe('sanctions on the neighbour over the border', () => {
  const on = { 'gap.enabled': 1, 'neighbours.*.price_gap': 0.02, 'gap.fuel_response': 2 };

  it('mean more smuggling through its gates, and more fuel', () => {
    const set = { 'neighbours.east.sanctions': later(0, 0.8) };
    expectSign(of('smuggled_usd'), set, 1, on);
    expectSign(of('income_fuel_usd'), set, 1, on);
  });

  it('mean more fuel the deeper the rebate on barred oil', () => {
    const barred = { ...on, 'patron.sanctions': 0.8, 'need.enabled': 0 };
    expectSign(of('income_fuel_usd'), { 'patron.discount': later(0.1, 0.3) }, 1, barred);
  });
});
