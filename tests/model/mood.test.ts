import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import type { Cents } from '../../src/engine/units.ts';
import {
  firstFaction,
  households,
  officials,
  type Purpose,
  purposeIndex,
  tradingHouses,
  treasury,
} from '../../src/model/accounts.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { pay } from '../../src/model/ledger.ts';
import { playMonth } from '../../src/model/month.ts';
import { burdenOf, hardshipOf, protestOf, riskOf } from '../../src/model/mood.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

const on = { 'mood.enabled': 1, 'mood.unemployment': 0.6 };
const play = (set: Readonly<Record<string, Setting>>, key = 'key') =>
  playRun(experimentOn(smallWorld(), { ...on, ...set }), key, { keepFlows: false });
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, one) => sum + one, 0) / values.length;

describe('burden', () => {
  it('is what is taken over what reaches households from the state and as haulage, not from factions', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    const rows: readonly (readonly [number, number, Purpose, number])[] = [
      [tradingHouses, officials, 'customs', 300],
      [tradingHouses, firstFaction, 'inland', 100],
      [households, firstFaction, 'extortion', 50],
      [households, firstFaction, 'ransom', 50],
      [treasury, households, 'state-spending', 4000],
      [tradingHouses, households, 'haulage', 1000],
      [firstFaction, households, 'wages', 7000],
    ];
    for (const [from, to, what, cents] of rows)
      pay(world.ledger, from, to, purposeIndex[what], 3, 2, cents as Cents);
    expect(burdenOf(world)).toBeCloseTo(500 / 5000, 12);
  });
});

describe('protest', () => {
  it('is what grievance leaves above risk and threshold', () => {
    // Without work .2; of the rest .8, a burden of 5% felt fourfold takes .2: hardship .36.
    expect(hardshipOf(0.2, 0.05, 4)).toBeCloseTo(0.36, 12);
    // Grievance between .1 and .3; whoever is above .1 + .15 goes: a quarter.
    expect(protestOf(0.2, 0.15, 0.1, 0.1)).toBeCloseTo(0.25, 12);
    expect([protestOf(0, 0.1, 0.1, 0.1), protestOf(1, 0.1, 0.1, 0.1)]).toEqual([0, 1]);
  });

  it('is less risky in a larger crowd', () => {
    expect(riskOf(0.1, 0.1)).toBeCloseTo(1 - Math.exp(-2.3), 12);
    expect(riskOf(0.1, 0.5)).toBeLessThan(riskOf(0.1, 0.1));
    expect(riskOf(0, 0)).toBe(0);
  });

  it('rises with unemployment and with what is taken, falls with legitimacy and with the risk of arrest', () => {
    const level = (set: Readonly<Record<string, Setting>>) =>
      mean(columnOf(play(set).tables[0], 'protest_idx'));
    const middle = level({ 'mood.unemployment': 0.35 });
    expect(middle).toBeGreaterThan(0);
    expect(middle).toBeLessThan(1);
    const from35 = (set: Readonly<Record<string, Setting>>) => level({ 'mood.unemployment': 0.35, ...set });
    expect(level({ 'mood.unemployment': 0.4 })).toBeGreaterThan(middle);
    expect(from35({ 'mood.burden_weight': 10 })).toBeGreaterThan(middle);
    expect(from35({ 'mood.legitimacy': 0.6 })).toBeLessThan(middle);
    expect(from35({ 'mood.risk_weight': 0.3 })).toBeLessThan(middle);
  });

  it('does not answer the cash of patron or factions', () => {
    const cut = { 'patron.transfer': (month: number) => (month >= 5 ? 0 : 5e5) };
    const off = { 'need.enabled': 0 };
    for (const name of ['protest_idx', 'legitimacy_idx', 'imports_usd'])
      expect(columnOf(play({ ...off, ...cut }).tables[0], name)).toEqual(columnOf(play(off).tables[0], name));
  });

  it('blocks a crossing from the next month on, for its months, to its depth', () => {
    const sure = { 'mood.unemployment': 1, 'mood.legitimacy': 0, 'mood.blockade_depth': 0.5 };
    const whole = { ...sure, 'mood.blockade_chance': (month: number) => (month === 3 ? 1 : 0) };
    const { tables, events } = play(whole);
    // The largest crossing is surely blocked by protest of everyone.
    expect(Array.from(columnOf(tables[2], 'open', 0).slice(0, 7))).toEqual([1, 1, 1, 0.5, 0.5, 1, 1]);
    expect(events.filter(({ type }) => type === 'blockade').map(({ month }) => month)).toContain(3);
    expect(columnOf(tables[2], 'traffic_usd', 0)[3]).toBeLessThan(columnOf(tables[2], 'traffic_usd', 0)[2]);
  });

  it('is nothing where mood is off', () => {
    const world = foundWorld(
      experimentOn(smallWorld(), { 'mood.unemployment': 1, 'mood.legitimacy': 0 }),
      'key',
    );
    playMonth(world, 1);
    expect([world.state.protest, ...world.state.closedMonths]).toEqual([0, 0, 0]);
  });
});

describe('legitimacy', () => {
  it('moves part of the way to its level each month', () => {
    const legitimacy = columnOf(
      play({ 'mood.enabled': 0, 'mood.blame': 0, 'mood.legitimacy': (month) => (month === 1 ? 0.5 : 0.9) })
        .tables[0],
      'legitimacy_idx',
    );
    expect(legitimacy[0]).toBe(0.5);
    expect(legitimacy[1]).toBeCloseTo(0.52, 12);
    expect(legitimacy[2]).toBeCloseTo(0.52 + 0.05 * 0.38, 12);
  });

  it('falls when more is taken from households', () => {
    const more = { 'lines.extortion.base': (month: number) => (month > 6 ? 5e7 : 5e5) };
    const end = (set: Readonly<Record<string, Setting>>) =>
      columnOf(play({ 'mood.blame': 5, ...set }).tables[0], 'legitimacy_idx')[35];
    expect(end(more)).toBeLessThan(end({}) - 0.1);
  });
});
