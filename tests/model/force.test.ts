import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { moneyPull, raised } from '../../src/model/display.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { attack } from '../../src/model/phases/attack.ts';
import { feelThreat } from '../../src/model/phases/feel-threat.ts';
import { holdElection } from '../../src/model/phases/hold-election.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, faction, type Setting, smallWorld } from '../fixtures/small-world.ts';

const play = (set: Readonly<Record<string, Setting>>, key = 'key', months = 48) =>
  playRun(experimentOn(smallWorld(), set, { months }), key, { keepFlows: false });
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, one) => all + one, 0);
const cut = { 'patron.transfer': (month: number) => (month >= 13 ? 1e5 : 5e5) };

describe('attacks', () => {
  const on = { 'attacks.enabled': 1, 'attacks.rate': 300, 'attacks.money_elasticity': 0.25 };

  it('follow operations money by a small elasticity', () => {
    const world = foundWorld(experimentOn(smallWorld(), on), 'key');
    expect(moneyPull(world, 0, 1)).toBe(1);
    world.state.patronPast.fill(100_000);
    world.state.localPast.fill(2_000_000);
    expect(moneyPull(world, 0, 1)).toBeCloseTo((1.3e6 / 1.45e6) ** 0.25, 12);
  });

  it('become fewer after a cut, and none the fewer under the null model', () => {
    const attacks = (set: Readonly<Record<string, Setting>>) =>
      columnOf(play({ ...on, ...set }).tables[0], 'attacks_n');
    expect(sum(attacks(cut))).toBeLessThan(sum(attacks({})));
    expect(attacks({ ...cut, 'need.enabled': 0 })).toEqual(attacks({ 'need.enabled': 0 }));
  });

  it('fall to factions as the patron pays them', () => {
    const factions = [faction('north'), faction('south', { patronWeight: 0 })];
    const { tables } = playRun(experimentOn(smallWorld({ factions }), on), 'key', { keepFlows: false });
    expect(sum(columnOf(tables[1], 'attacks_n', 0))).toBeGreaterThan(0);
    expect(sum(columnOf(tables[1], 'attacks_n', 1))).toBe(0);
  });

  it('raise foreign pressure, which fades when they stop', () => {
    expect(raised(0.5, 0.1, 2)).toBeCloseTo(1 - 0.5 * 0.81, 12);
    const pressure = columnOf(
      play({ ...on, 'attacks.rate': (month) => (month <= 12 ? 30 : 0) }).tables[0],
      'foreign_pressure_idx',
    );
    expect(pressure[11]).toBeGreaterThan(0.5);
    for (let m = 12; m < 48; m++) expect(pressure[m]).toBeCloseTo(pressure[m - 1] * 0.9, 12);
  });

  it('change nothing when off', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    attack(world, 1);
    expect([world.events.length, world.state.foreignPressure]).toEqual([0, 0]);
  });
});

describe('the order of factions', () => {
  it('changes neither attacks, parades, groups nor seats', () => {
    const set = {
      ...{ 'attacks.enabled': 1, 'parades.enabled': 1, 'splinters.enabled': 1, 'splinters.rate': 3 },
    };
    const factions = [faction('north'), faction('south', { capacity: 2, patronWeight: 3 }), faction('west')];
    const [there, back] = [factions, [...factions].reverse()].map(
      (listed) =>
        playRun(experimentOn(smallWorld({ factions: listed }), set), 'key', { keepFlows: false }).tables[0],
    );
    for (const name of ['attacks_n', 'parades_n', 'small_groups_n'])
      expect(columnOf(back, name)).toEqual(columnOf(there, name));
    expect(columnOf(back, 'seats_share')[35]).toBeCloseTo(columnOf(there, 'seats_share')[35], 12);
  });
});

describe('parades', () => {
  it('are felt by officials for three months', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    const felt = [2, 0, 0, 0].map((parades, m) => {
      world.state.parades[0] = parades;
      feelThreat(world, m + 1);
      return world.state.threat;
    });
    const two = 1 - 0.8 ** 2;
    expect(felt.map((threat) => threat.toFixed(12))).toEqual(
      [two, two, two, 0].map((threat) => threat.toFixed(12)),
    );
  });

  it('come to the given rate', () => {
    const counts = columnOf(
      play({ 'parades.enabled': 1, 'parades.rate': 5 }, 'key', 120).tables[0],
      'parades_n',
    );
    expect(Math.abs(sum(counts) / 120 - 5)).toBeLessThan(4 * Math.sqrt(5 / 120));
  });
});

describe('an election', () => {
  const voted = (set: Readonly<Record<string, Setting>>, legitimacy: number, local: number) => {
    const world = foundWorld(experimentOn(smallWorld(), { 'politics.election': 1, ...set }), 'key');
    world.state.legitimacy = legitimacy;
    for (let at = 0; at < 24; at++) world.state.localPast[at] *= local;
    world.state.patronPast.fill(0);
    world.state.votedIncome.fill(1e6);
    const local0 = world.state.localPast[0];
    holdElection(world, 1);
    return { seats: world.state.seats, income: local0 };
  };

  it('moves seats by legitimacy and money since the last one', () => {
    const { seats, income } = voted({}, 0.6, 1);
    // Start: half of .3 each; legitimacy .5 -> .6.
    expect(seats[0]).toBeCloseTo(0.15 * 1.2 * Math.min(5, Math.max(0.2, income / 1e6)) ** 0.3, 12);
  });

  it('takes no notice of money under the null model', () => {
    expect(voted({ 'need.enabled': 0 }, 0.5, 3).seats[0]).toBeCloseTo(0.15, 12);
  });

  it('never gives factions more than all seats', () => {
    const { seats } = voted({ 'politics.seats_share': 0.9, 'mood.legitimacy': 0.2 }, 1, 5);
    expect(sum(seats)).toBeCloseTo(1, 12);
  });

  it('is held only in its month', () => {
    const { tables } = play({
      'politics.election': (month) => (month === 20 ? 1 : 0),
      'mood.war_legitimacy': 0.4,
      'force.war': (m) => (m > 2 ? 1 : 0),
    });
    const seats = columnOf(tables[0], 'seats_share');
    expect(new Set(seats.slice(0, 19)).size).toBe(1);
    expect(seats[19]).toBeGreaterThan(seats[18] * 1.1);
    expect(new Set(seats.slice(19)).size).toBe(1);
  });
});

describe('war', () => {
  const war = (name: string, set: Readonly<Record<string, Setting>> = {}) => {
    const [at, without] = [1, 0].map((height) => {
      const dated = { 'force.war': (month: number) => (month >= 7 && month < 31 ? height : 0) };
      return columnOf(play({ ...dated, 'need.enabled': 0, ...set }).tables[0], name);
    });
    return [at, without] as const;
  };

  it('brings recruits at its monthly rate', () => {
    const [at, without] = war('fighters_n');
    expect(at[6] - without[6]).toBeCloseTo(800 * 0.005, 8);
    expect(at[47] - without[47]).toBeCloseTo(800 * (1.005 ** 24 - 1), 6);
  });

  it('raises what inland posts ask, and no more after it', () => {
    const [at, without] = war('inland_charge_usd');
    expect(at[29]).toBeGreaterThan(without[29] * 1.2);
    expect(at[47]).toBeLessThan(without[47] * 1.05);
  });

  it('raises legitimacy, which fades after it', () => {
    const [at, without] = war('legitimacy_idx', { 'mood.blame': 0 });
    expect(without[47]).toBeCloseTo(0.5, 12);
    expect(at[29]).toBeGreaterThan(0.6);
    expect(at[47]).toBeLessThan(at[29]);
  });
});

describe('influence', () => {
  it('is the mean of shares of posts, seats and armed men, and adds up over factions', () => {
    const { tables } = play({ 'need.enabled': 0 }, 'key', 1);
    const own = 0.3 * 3000 + 400;
    const men = own / (10_000 + 2 * own);
    const posts = [0, 1].map((i) => columnOf(tables[1], 'posts_share', i)[0]);
    const influence = [0, 1].map((i) => columnOf(tables[1], 'influence_idx', i)[0]);
    expect(influence[0]).toBeCloseTo((posts[0] + 0.15 + men) / 3, 12);
    expect(columnOf(tables[0], 'influence_idx')[0]).toBeCloseTo(influence[0] + influence[1], 12);
  });
});
