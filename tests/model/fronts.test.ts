import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { fronts, purposeIndex, unitedStates } from '../../src/model/accounts.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { customersOf, entryPays, hazardOf } from '../../src/model/fronts.ts';
import { playMonth } from '../../src/model/month.ts';
import { readParameters } from '../../src/model/parameter-values.ts';
import { embezzledShare } from '../../src/model/phases/pay-elite.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

type Set = Readonly<Record<string, Setting>>;
const on = { 'fronts.enabled': 1 };
const keys = ['one', 'two', 'three', 'four', 'five', 'six'];
const run = (set: Set, key = 'key', months = 60) =>
  playRun(experimentOn(smallWorld(), { ...on, ...set }, { months }), key, { keepFlows: true });
const sum = (set: Set, column: string) =>
  keys.reduce(
    (total, key) => total + columnOf(run(set, key).tables[0], column).reduce((all, value) => all + value, 0),
    0,
  );
const parametersOf = (set: Set) => readParameters(experimentOn(smallWorld(), { ...on, ...set }).timeline);

describe('a front', () => {
  it('is founded while its margin over its expected life beats the cost of entry', () => {
    // Market 1m + 1m a month; alone the margin is .5m, the hazard .05, the life 1/(.05 + 1/24) = 10.9 months: 5.45m.
    expect(entryPays(parametersOf({ 'fronts.entry_cost': 5.4e6 }), 1, 0, 0)).toBe(true);
    expect(entryPays(parametersOf({ 'fronts.entry_cost': 5.5e6 }), 1, 0, 0)).toBe(false);
  });

  it('meets a hazard of its share of the market times attention and press, and legal action', () => {
    const parameters = parametersOf({ 'fronts.attention': 2, 'fronts.legal_action': 0.01 });
    expect(hazardOf(parameters, 1, 0.25, 1)).toBeCloseTo(0.05 * 3 * 0.25 + 0.01, 12);
  });

  it('is back under another name with part of its customers within half a year', () => {
    const world = foundWorld(experimentOn(smallWorld(), { ...on, 'fronts.entry_cost': 5.4e6 }), 'key');
    expect(world.start.fronts).toBe(1);
    let month = 1;
    for (; world.state.fronts.designated === 0; month++) playMonth(world, month);
    const gone = month - 1;
    expect(customersOf(world.state.fronts)).toBe(0);
    expect(world.state.fronts.frozen).toBeGreaterThan(0);
    for (; customersOf(world.state.fronts) === 0; month++) playMonth(world, month);
    expect(month - 1 - gone).toBeLessThanOrEqual(6);
    expect(customersOf(world.state.fronts)).toBeCloseTo(0.6, 12);
  });

  it('keeps as cash in the books exactly its stock', () => {
    const world = foundWorld(experimentOn(smallWorld(), on, { months: 24 }), 'key');
    for (let month = 1; month <= 24; month++) {
      playMonth(world, month);
      expect(world.state.balances[fronts]).toBe(world.state.fronts.stock.reduce((all, one) => all + one, 0));
    }
  });

  it('draws its fate whatever policy does elsewhere', () => {
    const designations = (set: Set) => columnOf(run(set).tables[0], 'designations_n');
    expect(designations({ 'patron.transfer': 0, 'goods.*.duty': 0.3 })).toEqual(designations({}));
  });
});

describe('the base', () => {
  it('pays for all its fuel, to fronts or to others', () => {
    const { flows } = run({});
    let paid = 0;
    for (let row = 0; row < flows!.length; row++)
      if (flows!.from[row] === unitedStates && flows!.line[row] === purposeIndex['base-fuel'])
        paid += flows!.cents[row];
    expect(paid).toBe(60 * 2e8);
  });

  it('stops feeding factions and the patron when it buys none of fuel of the patron', () => {
    const back = { 'patron.flows_back': 1 };
    const off = { ...back, 'fronts.iranian_share': 0 };
    for (const column of ['us_base_fuel_iranian_usd', 'patron_back_usd', 'income_contracts_usd'])
      expect(sum(off, column), column).toBeLessThan(sum(back, column));
  });
});

describe('attention', () => {
  it('brings more designations, more frozen stock and fewer sales', () => {
    const more = { 'fronts.attention': (month: number) => (month >= 7 ? 6 : 1) };
    expect(sum(more, 'designations_n')).toBeGreaterThan(sum({}, 'designations_n'));
    expect(sum(more, 'frozen_usd')).toBeGreaterThan(sum({}, 'frozen_usd'));
    expect(sum(more, 'us_base_fuel_iranian_usd')).toBeLessThan(sum({}, 'us_base_fuel_iranian_usd'));
  });

  it('is raised by the press', () => {
    const press = { 'fronts.press_chance': 1, 'fronts.press_attention': 5 };
    expect(sum(press, 'designations_n')).toBeGreaterThan(sum({ 'fronts.press_chance': 0 }, 'designations_n'));
  });
});

describe('what flows back', () => {
  it('leaves the patron as its oil has it at the start, and raises its transfers when fuel pays it more', () => {
    const more = { 'lines.fuel.base': (month: number) => (month >= 13 ? 1e7 : 1e6) };
    const income = (set: Set) => columnOf(run(set).tables[0], 'income_patron_usd');
    const [off, withBack] = [income(more), income({ ...more, 'patron.flows_back': 1 })];
    expect(withBack[0]).toBeCloseTo(off[0], 2);
    expect(withBack[40]).toBeGreaterThan(off[40]);
  });
});

describe('fuel for bases', () => {
  it('is bought at each base by its share, to the cent', () => {
    const base = (id: string, fuelShare: number) => ({
      id,
      name: id,
      place: { lon: 44, lat: 34 },
      fuelShare,
    });
    const world = smallWorld({ bases: [base('airfield', 0.75), base('camp', 0.25)] });
    const { flows } = playRun(experimentOn(world, on, { months: 6 }), 'key', { keepFlows: true });
    const paid = new Map<string, number>();
    for (let row = 0; row < flows!.length; row++) {
      if (flows!.line[row] !== purposeIndex['base-fuel']) continue;
      const place = flows!.names.places[flows!.place[row]];
      paid.set(place, (paid.get(place) ?? 0) + flows!.cents[row]);
    }
    expect([...paid.keys()].sort()).toEqual(['airfield', 'camp']);
    // Half a year of 24m, of which three quarters at the airfield; each of twelve splits may move a cent.
    expect(paid.get('airfield')! + paid.get('camp')!).toBe(1.2e9);
    expect(Math.abs(paid.get('airfield')! - 0.9e9)).toBeLessThanOrEqual(12);
  });
});

describe('the elite', () => {
  const elite = { 'elite.embezzled_share': 0.1 };

  it('embezzles e0 exp(-th audit)(1 + th seats) of state spending', () => {
    const world = foundWorld(experimentOn(smallWorld(), { ...elite, 'government.audit': 0.5 }), 'key');
    playMonth(world, 1);
    const rows = world.ledger.month;
    let spent = 0;
    for (let row = 0; row < rows.length; row++)
      if (rows.line[row] === purposeIndex['state-spending']) spent += rows.cents[row] / 100;
    const share = 0.1 * Math.exp(-0.5) * (1 + 0.3);
    expect(world.state.embezzled / (spent + world.state.embezzled)).toBeCloseTo(share, 7);
  });

  it('embezzles less under audit, and factions win fewer contracts with it', () => {
    const audited = { ...elite, 'government.audit': 1 };
    for (const column of ['embezzled_usd', 'income_contracts_usd'])
      expect(sum(audited, column), column).toBeLessThan(sum(elite, column));
  });

  it('embezzles more as factions win seats', () => {
    const world = foundWorld(experimentOn(smallWorld(), elite), 'key');
    const before = embezzledShare(world, 1);
    world.state.seats[0] += 0.2;
    expect(embezzledShare(world, 1) / before).toBeCloseTo(1.5 / 1.3, 12);
  });

  it('sells posts for turnover times price times what officials take', () => {
    const { flows } = run({ 'elite.post_turnover': 0.01, 'elite.post_price': 20 }, 'key', 6);
    const of = (line: number, to?: number) => {
      let cents = 0;
      for (let row = 0; row < flows!.length; row++)
        if (flows!.line[row] === line && (to === undefined || flows!.to[row] === to))
          cents += flows!.cents[row];
      return cents;
    };
    const taken = of(purposeIndex.customs, 2) + of(purposeIndex.inland, 2);
    expect(of(purposeIndex['posts-sold']) / taken).toBeCloseTo(0.2, 6);
  });
});
