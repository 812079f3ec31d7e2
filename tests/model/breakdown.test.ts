import { describe, expect, it } from 'vitest';
import { normalBelow } from '../../src/engine/normal.ts';
import { columnOf } from '../../src/engine/recorder.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { temptationOf, viewPact } from '../../src/model/monitoring.ts';
import { clashHazard } from '../../src/model/phases/clash.ts';
import { playRun } from '../../src/model/play.ts';
import { cheatChance, lossFrom, sustainableCohesion, type Temptation } from '../../src/model/temptation.ts';
import { crossing, experimentOn, faction, post, type Setting, smallWorld } from '../fixtures/small-world.ts';

const tempted: Temptation = {
  gain: 10,
  warLoss: 60,
  patience: 0.98,
  alarmKept: 0.05,
  alarmBroken: 0.45,
  settled: 0.8,
  punishment: 15,
};

describe('the temptation to breach', () => {
  it('weighs six months of gain against war and what a settled cheater pays', () => {
    // .98^6 * .4 * (.2 * 60 + .8 * 15 * 10)
    const loss = 0.98 ** 6 * 0.4 * 132;
    expect(lossFrom(tempted)).toBeCloseTo(loss, 9);
    expect(cheatChance(tempted)).toBeCloseTo(1 / (1 + Math.exp(loss / 10 - 6)), 9);
    expect(sustainableCohesion(tempted)).toBeCloseTo(loss / 60, 9);
  });

  it('is none without a gain', () => {
    expect(cheatChance({ ...tempted, gain: 0 })).toBe(0);
  });

  it('does not ask in which currency', () => {
    expect(cheatChance({ ...tempted, gain: 100, warLoss: 600 })).toBeCloseTo(cheatChance(tempted), 12);
  });

  it('knows the normal distribution', () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 7);
    expect(normalBelow(-1.959964)).toBeCloseTo(0.025, 6);
    expect(normalBelow(2.3) + normalBelow(-2.3)).toBeCloseTo(1, 12);
  });
});

/** A gate of officials and two posts one behind the other, in which all members hold a part. */
function road(members: number) {
  const ids = Array.from({ length: members }, (_, i) => `f${i}`);
  const holders = (first: number) =>
    Object.fromEntries(ids.map((id, i) => [id, i % 2 === first ? 1.4 / members : 0.6 / members]));
  return smallWorld({
    factions: ids.map((id) => faction(id, { registeredShare: 0 })),
    crossings: [crossing('upper', 1)],
    posts: [
      post('bridge', { crossingIds: ['upper'], holders: holders(0) }),
      post('ridge', { crossingIds: ['upper'], holders: holders(1) }),
    ],
  });
}
const onRoad = { 'pact.breakdown': 1, 'posts.bypass_cost': 0.5, 'pact.gate_conduct': 0, 'need.enabled': 0 };

/** P(cheat) and the cohesion it sustains, for the first member of a road at the start. */
function condition(set: Readonly<Record<string, Setting>>, members = 4) {
  const world = foundWorld(experimentOn(road(members), { ...onRoad, ...set }), 'key');
  const temptation = temptationOf(world, viewPact(world, 1), 0, 1);
  return { cheat: cheatChance(temptation), sustained: sustainableCohesion(temptation) };
}

describe('P(cheat) and the cohesion that can be sustained', () => {
  it.each([
    ['the discount factor', { 'pact.patience': 0.95 }, { 'pact.patience': 0.99 }],
    ['the cost of war', { 'pact.war_value': 0.8 }, { 'pact.war_value': 0.4 }],
    ['the length of war', { 'pact.war_months': 2 }, { 'pact.war_months': 12 }],
    ['punishment', { 'pact.punishment_months': 12 }, { 'pact.punishment_months': 30 }],
    ['compensation', { 'pact.settled_share': 0.6 }, { 'pact.settled_share': 1 }],
    ['the coordinator', { 'pact.coordinator': 0.5 }, { 'pact.coordinator': 0.9 }],
    ['less noise', { 'pact.noise': 0.4 }, { 'pact.noise': 0.15 }],
  ])('fall and rise with %s', (_, low, high) => {
    expect(condition(high).cheat).toBeLessThan(condition(low).cheat);
    expect(condition(high).sustained).toBeGreaterThan(condition(low).sustained);
  });

  it('rise and fall with the number of members', () => {
    for (const [few, many] of [
      [2, 4],
      [4, 8],
      [8, 16],
    ]) {
      expect(condition({}, many).cheat).toBeGreaterThan(condition({}, few).cheat);
      expect(condition({}, many).sustained).toBeLessThan(condition({}, few).sustained);
    }
  });
});

const play = (set: Readonly<Record<string, Setting>>, months = 96, key = 'key', members = 4) =>
  playRun(experimentOn(road(members), { ...onRoad, ...set }, { months }), key, { keepFlows: true });
const mean = (values: ArrayLike<number>, from = 0) =>
  Array.from(values)
    .slice(from)
    .reduce((sum, value) => sum + value, 0) /
  (values.length - from);

describe('a pact that may break', () => {
  it('with its coordinator removed loses cohesion, fights more, and lets less trade and duty through', () => {
    const columns = ['pact_cohesion_idx', 'war_factions_n', 'imports_usd', 'treasury_customs_usd'] as const;
    const difference = columns.map(() => [] as number[]);
    for (let replicate = 1; replicate <= 8; replicate++) {
      const [kept, removed] = [0.9, 0].map(
        (authority) => play({ 'pact.coordinator': authority }, 96, `key-${replicate}`).tables[0],
      );
      columns.forEach((column, c) => {
        difference[c].push(mean(columnOf(removed, column), 24) - mean(columnOf(kept, column), 24));
      });
    }
    // Two-sided 95% of Student's t with 7 degrees of freedom.
    const interval = difference.map((values) => {
      const middle = mean(values);
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / 7 / 8);
      return [middle - 2.365 * spread, middle + 2.365 * spread];
    });
    expect(interval[0][1]).toBeLessThan(0);
    expect(interval[1][0]).toBeGreaterThan(0);
    expect(interval[2][1]).toBeLessThan(0);
    expect(interval[3][1]).toBeLessThan(0);
  });

  it('tells each alarm, settlement and war by what brought it about', () => {
    const events = play({ 'pact.coordinator': 0.5 }, 156).events;
    const bySeq = new Map(events.map((event) => [event.seq, event]));
    const causes = (type: string) =>
      new Set(events.filter((event) => event.type === type).map(({ causeSeq }) => bySeq.get(causeSeq)?.type));
    expect([...causes('settled')]).toEqual(['alarm']);
    expect([...causes('war-begins')]).toEqual(['alarm']);
    expect([...causes('war-ends')]).toEqual(['war-begins']);
    expect(causes('alarm')).toContain('breach');
    for (const type of causes('clash')) expect([undefined, 'war-begins']).toContain(type);
  });

  it('makes a settled cheater pay its co-owners next month', () => {
    const { events, flows } = play({
      'pact.coordinator': 1,
      'pact.settled_share': 1,
      'pact.punishment_months': 3,
    });
    const first = events.find((event) => event.type === 'settled' && event.amountUsd > 0)!;
    const line = flows!.names.lines.indexOf('compensation');
    const payer = flows!.names.accounts.indexOf(first.actorId);
    const rows = Array.from(flows!.cents.keys()).filter((row) => flows!.line[row] === line);
    const paid = rows.filter((row) => flows!.month[row] === first.month + 1 && flows!.from[row] === payer);
    expect(paid.length).toBeGreaterThan(0);
    expect(Math.min(...rows.map((row) => flows!.month[row]))).toBe(first.month + 1);
  });

  it('moves take from co-owners to the cheater and none out of the world', () => {
    // With poaching certain and unseen, what factions take in sum stays as it was.
    const certain = {
      'pact.settled_share': 0,
      'pact.war_months': 0,
      'pact.recovery_speed': 0,
      'pact.alarm_width': 10,
      'pact.clash_hazard': 0,
    };
    const takes = (poached: number) => {
      const { tables, events } = play({ ...certain, 'pact.poach_share': poached }, 12, 'key', 2);
      return { table: tables[2], breaches: events.filter((event) => event.type === 'breach') };
    };
    const [none, some] = [takes(0), takes(0.2)];
    expect(none.breaches).toEqual([]);
    expect(some.breaches.length).toBeGreaterThan(0);
    for (const n of [1, 2])
      columnOf(some.table, 'take_usd', n).forEach((usd, m) => {
        expect(usd).toBeCloseTo(columnOf(none.table, 'take_usd', n)[m], 1);
      });
  });

  it('rises toward its ceiling in calm, by .03 M of the way a month', () => {
    const calm = { 'pact.poach_share': 0, 'pact.war_months': 0, 'pact.clash_hazard': 0 };
    const cohesion = columnOf(play(calm, 3).tables[0], 'pact_cohesion_idx');
    expect(cohesion[0]).toBeCloseTo(0.5 + 0.03 * 0.9 * 0.3, 12);
    expect(cohesion[2]).toBeCloseTo(0.8 - 0.3 * (1 - 0.027) ** 3, 12);
  });

  it('decides to the bit alike with and without the patron under the null model', () => {
    const tables = [5e5, 1e5].map(
      (transfer) => play({ 'patron.transfer': transfer, 'pact.division': 0 }).tables,
    );
    expect(tables[1][2].data).toEqual(tables[0][2].data);
    for (const column of ['pact_cohesion_idx', 'war_factions_n', 'clashes_n', 'misfit_idx'])
      expect(columnOf(tables[1][0], column)).toEqual(columnOf(tables[0][0], column));
  });
});

describe('clashes', () => {
  it('are likelier where shares are concentrated and where a party is at war', () => {
    const world = foundWorld(experimentOn(road(4), onRoad), 'key');
    const even = clashHazard(world, 1, 1);
    // c sqrt(1) (.5 + Herfindahl of .35 .15 .35 .15) at a post of mean take: the two posts are alike.
    expect(even).toBeCloseTo(0.005 * (0.5 + 0.29), 9);
    world.state.holdings.share.set([0.85, 0.05, 0.05, 0.05], 4);
    expect(clashHazard(world, 1, 1)).toBeGreaterThan(even);
    world.state.warLeft[0] = 2;
    world.state.holdings.share.set([0.35, 0.15, 0.35, 0.15], 4);
    expect(clashHazard(world, 1, 1)).toBeCloseTo(4 * even, 9);
  });

  it('cost both sides own-paid men', () => {
    const { events, tables } = play({ 'pact.clash_hazard': 0.2 }, 24);
    const first = events.find((event) => event.type === 'clash')!;
    const i = Number(first.actorId.slice(1));
    const men = columnOf(tables[1], 'fighters_n', i);
    expect(men[first.month - 1]).toBeLessThan(first.month === 1 ? 400 : men[first.month - 2]);
  });
});
