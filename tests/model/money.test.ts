import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { firstFaction, purposeIndex } from '../../src/model/accounts.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { assertBalanced, createLedger, pay, received, settle } from '../../src/model/ledger.ts';
import { playMonth } from '../../src/model/month.ts';
import { readParameters } from '../../src/model/parameter-values.ts';
import { patronIndex, transferLevel, transferShares } from '../../src/model/patron.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, faction, smallWorld } from '../fixtures/small-world.ts';

describe('the ledger', () => {
  it('moves each payment from one account to another, and sums to zero', () => {
    const ledger = createLedger(3);
    pay(ledger, 0, 1, 0, 0, 0, 250);
    pay(ledger, 1, 2, 0, 0, 0, 100);
    const opening = ledger.balances.slice();
    settle(ledger);
    expect([...ledger.balances]).toEqual([-250, 150, 100]);
    expect(() => assertBalanced(ledger, opening, ['a', 'b', 'c'], 1)).not.toThrow();
    expect(received(ledger, 1, 0)).toBe(250);
  });

  it('refuses parts of a cent, and less than nothing', () => {
    const ledger = createLedger(2);
    expect(() => pay(ledger, 0, 1, 0, 0, 0, 0.5)).toThrow('0.5 cents');
    expect(() => pay(ledger, 0, 1, 0, 0, 0, -1)).toThrow('-1 cents');
    expect(() => pay(ledger, 0, 1, 0, 0, 0, Number.NaN)).toThrow('NaN cents');
  });

  it('notices money that came from nowhere', () => {
    const ledger = createLedger(2);
    const opening = ledger.balances.slice();
    pay(ledger, 0, 1, 0, 0, 0, 100);
    settle(ledger);
    ledger.balances[1] += 1;
    expect(() => assertBalanced(ledger, opening, ['treasury', 'faction'], 7)).toThrow(
      'month 7: faction changed by 101 cents, its payments say 100',
    );
  });

  it('keeps its rows when it outgrows its room', () => {
    const ledger = createLedger(2);
    for (let i = 1; i <= 5000; i++) pay(ledger, 0, 1, 3, 0, 0, i);
    expect(received(ledger, 1, 3)).toBe((5000 * 5001) / 2);
  });
});

describe('the money of a run', () => {
  const experiment = experimentOn(smallWorld(), {}, { months: 24 });

  it('sums to zero over all accounts every month, and faction cash is what its flows say', () => {
    const { flows, tables } = playRun(experiment, 'key', { keepFlows: true });
    if (flows === null) throw new Error('flows were asked for');
    for (let i = 0; i < 2; i++) {
      const cash = columnOf(tables[1], 'cash_usd', i);
      const change = new Float64Array(25);
      for (let row = 0; row < flows.length; row++) {
        if (flows.to[row] === firstFaction + i) change[flows.month[row]] += flows.cents[row];
        if (flows.from[row] === firstFaction + i) change[flows.month[row]] -= flows.cents[row];
      }
      for (let month = 2; month <= 24; month++) {
        expect(Math.round((cash[month - 1] - cash[month - 2]) * 100)).toBe(change[month]);
      }
    }
  });

  it('shows as income exactly what the ledger says was received', () => {
    const world = foundWorld(experiment, 'key');
    playMonth(world, 1);
    const patron = received(world.ledger, firstFaction, purposeIndex.patron);
    expect(patron).toBe(25_000_000);
    const table = playRun(experiment, 'key', { keepFlows: false }).tables[1];
    expect(columnOf(table, 'income_patron_usd', 0)[0]).toBe(patron / 100);
  });

  it('leaves the treasury the duty of what was declared and part of what was fixed', () => {
    const { tables } = playRun(experiment, 'key', { keepFlows: false });
    const at = (column: string) => columnOf(tables[0], column)[5];
    // Both goods owe 13%; through the fixer 7.5% of it is paid.
    expect(at('treasury_customs_usd')).toBeCloseTo(
      0.13 * at('declared_usd') + 0.13 * 0.075 * at('fixer_usd'),
      0,
    );
    expect(at('duty_owed_usd')).toBeCloseTo(0.13 * at('imports_usd'), 4);
  });

  it('keeps every share when all money is ten times as much', () => {
    const tenfold = experimentOn(
      smallWorld({
        goods: smallWorld().goods.map((goods) => ({ ...goods, consignmentUsd: goods.consignmentUsd * 10 })),
      }),
      {
        'trade.imports': 1.2e10,
        'patron.transfer': 5e6,
        'payroll.budget': 1.2e8,
        'government.oil_income': 1e10,
        'men.wage': 5000,
        'lines.fuel.base': 1e7,
        'lines.contracts.base': 1e7,
        'lines.extortion.base': 5e6,
        'lines.ransom.base': 1e6,
      },
      { months: 24 },
    );
    const [one, ten] = [experiment, tenfold].map((it) => playRun(it, 'key', { keepFlows: false }).tables);
    for (const column of ['income_customs_usd', 'income_total_usd', 'imports_usd', 'treasury_customs_usd']) {
      columnOf(one[0], column).forEach((usd, m) => {
        expect(columnOf(ten[0], column)[m] / usd).toBeCloseTo(10, 5);
      });
    }
    for (const column of ['need_idx', 'effort_customs_idx', 'skill_fuel_idx']) {
      columnOf(one[1], column).forEach((value, m) => {
        expect(columnOf(ten[1], column)[m]).toBeCloseTo(value, 6);
      });
    }
  });

  it('names what it was when factions trade names', () => {
    const swapped = smallWorld({
      factions: [faction('south'), faction('north')],
    });
    const [plain, relabelled] = [smallWorld(), swapped].map((world) =>
      playRun(experimentOn(world, {}, { months: 24 }), 'key', { keepFlows: false }),
    );
    for (const { name } of plain.tables[1].spec.columns) {
      const [north, south] = [columnOf(plain.tables[1], name, 0), columnOf(plain.tables[1], name, 1)];
      columnOf(relabelled.tables[1], name, 1).forEach((value, m) => {
        expect(value).toBeCloseTo(north[m], 1);
      });
      columnOf(relabelled.tables[1], name, 0).forEach((value, m) => {
        expect(value).toBeCloseTo(south[m], 1);
      });
    }
  });
});

describe('the patron', () => {
  const parametersOf = (set: Parameters<typeof experimentOn>[1]) =>
    readParameters(experimentOn(smallWorld(), set).timeline);

  it('earns what sanctions leave, at the discount they force', () => {
    const parameters = parametersOf({
      'patron.sanctions': 0.8,
      'patron.evasion': 0.25,
      'patron.oil_price': 1.5,
    });
    expect(patronIndex(parameters, 1)).toBeCloseTo((1 - 0.8 * 0.75) * 1.5 * (1 - 0.1 * 0.8), 12);
  });

  it('passes on a fall of its income with an elasticity, as far as the border lets cash through', () => {
    const parameters = parametersOf({ 'patron.border_open': 0.5 });
    expect(transferLevel(parameters, new Float64Array(6).fill(0.2), 1)).toBeCloseTo(0.5 * 0.2 ** 0.39, 12);
  });

  it('halves its transfers, and a bit more, at sanctions of 0.8 with the starting elasticity', () => {
    const parameters = parametersOf({ 'patron.sanctions': 0.8, 'patron.discount': 0 });
    const income = new Float64Array(6).fill(patronIndex(parameters, 1));
    expect(transferLevel(parameters, income, 1) - 1).toBeCloseTo(-0.466, 3);
  });

  it('shares by weight, and pays nobody when it favours nobody', () => {
    const world = smallWorld({ factions: [faction('north', { patronWeight: 3 }), faction('south')] });
    expect([...transferShares(world)]).toEqual([0.75, 0.25]);
    const none = smallWorld({
      factions: [faction('north', { patronWeight: 0 }), faction('south', { patronWeight: 0 })],
    });
    const { tables } = playRun(experimentOn(none, {}, { months: 3 }), 'key', { keepFlows: false });
    expect([...columnOf(tables[0], 'income_patron_usd')]).toEqual([0, 0, 0]);
  });

  it('cuts to 40% of the month before when its transfer is set to 40%', () => {
    const cut = { 'patron.transfer': (month: number) => (month >= 7 ? 2e5 : 5e5) };
    const { tables } = playRun(experimentOn(smallWorld(), cut, { months: 12 }), 'key', { keepFlows: false });
    const income = columnOf(tables[0], 'income_patron_usd');
    expect(income[6] / income[5]).toBeCloseTo(0.4, 9);
  });
});

describe('men', () => {
  it('leave a faction that cannot pay them, in step with what they miss', () => {
    const poor = smallWorld({ factions: [faction('north', { ownFighters: 100_000 }), faction('south')] });
    const experiment = experimentOn(poor, {}, { months: 24 });
    const run = playRun(experiment, 'key', { keepFlows: false });
    const fighters = columnOf(run.tables[1], 'fighters_n', 0);
    expect(fighters[23]).toBeLessThan(0.5 * fighters[0]);
    expect(run.events.some((event) => event.type === 'men-unpaid' && event.actorId === 'north')).toBe(true);
    expect(Math.min(...columnOf(run.tables[1], 'cash_usd', 0))).toBeGreaterThanOrEqual(0);
  });

  it('stay as many under the null model, paid or not', () => {
    const poor = smallWorld({ factions: [faction('north', { ownFighters: 100_000 }), faction('south')] });
    const { tables } = playRun(experimentOn(poor, { 'need.enabled': 0 }, { months: 24 }), 'key', {
      keepFlows: false,
    });
    expect(new Set(columnOf(tables[1], 'fighters_n', 0)).size).toBe(1);
  });

  it('join a faction whose cash is more than it wants', () => {
    const richer = { 'patron.transfer': (month: number) => (month >= 7 ? 5e7 : 5e5) };
    const { tables } = playRun(experimentOn(smallWorld(), richer, { months: 24 }), 'key', {
      keepFlows: false,
    });
    const fighters = columnOf(tables[1], 'fighters_n', 0);
    // One percent of 400 own-paid men a month, for the 18 months from the gift on.
    expect(fighters[23] - fighters[5]).toBeCloseTo(400 * (1.01 ** 18 - 1), 0);
  });

  it('on the registered payroll are as many as the state registers', () => {
    const ratchet = { 'payroll.registered': (month: number) => (month >= 7 ? 6000 : 3000) };
    const { tables } = playRun(experimentOn(smallWorld(), ratchet, { months: 8 }), 'key', {
      keepFlows: false,
    });
    const fighters = columnOf(tables[1], 'fighters_n', 0);
    // Own-paid men move by a fraction of a man.
    expect(fighters[6] - fighters[5]).toBeCloseTo(0.3 * 3000, 0);
  });
});
