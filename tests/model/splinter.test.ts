import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { chanceOfBirth, chanceOfTurf, splinter } from '../../src/model/phases/splinter.ts';
import { playRun } from '../../src/model/play.ts';
import { leave, returnGroups, takeTurf } from '../../src/model/small-groups.ts';
import { strainOf } from '../../src/model/strain.ts';
import { experimentOn, faction, type Setting, smallWorld } from '../fixtures/small-world.ts';

const on = { 'splinters.enabled': 1, 'splinters.rate': 1, 'splinters.trying': 1 };
const play = (set: Readonly<Record<string, Setting>>, key = 'key', months = 60) =>
  playRun(experimentOn(smallWorld(), { ...on, ...set }, { months }), key, { keepFlows: false });
const last = (set: Readonly<Record<string, Setting>>, key: string) =>
  columnOf(play(set, key).tables[0], 'small_groups_n').reduce((sum, n) => sum + n, 0) / 60;
const keys = Array.from({ length: 12 }, (_, r) => `key-${r}`);

describe('a small group', () => {
  it('is born with chance 1 - exp(-rate/12 exp(a strain + b (1 - M)))', () => {
    const world = foundWorld(experimentOn(smallWorld(), { ...on, 'pact.coordinator': 0.5 }), 'key');
    const strain = strainOf(world, 1, 1);
    expect(strain).toBeGreaterThan(0);
    expect(chanceOfBirth(world, 1, 1)).toBeCloseTo(1 - Math.exp((-1 / 12) * Math.exp(2 * strain + 1)), 12);
  });

  it('is likelier where a faction holds less than its power could take', () => {
    const world = (capacity: number) => {
      const factions = [faction('north'), faction('south', { capacity })];
      return foundWorld(experimentOn(smallWorld({ factions }), on), 'key');
    };
    expect(chanceOfBirth(world(5), 1, 1)).toBeGreaterThan(chanceOfBirth(world(1), 1, 1));
    expect(strainOf(world(5), 0, 1)).toBe(0);
  });

  it('takes men from the faction and, by a won clash, turf from it to independents; both come back when it ends', () => {
    const world = foundWorld(experimentOn(smallWorld(), on), 'key');
    const { smallGroups: small, holdings, ownFighters } = world.state;
    const before = [...holdings.share];
    expect(leave(small, ownFighters, 0, 0.05)).toBe(20);
    expect([ownFighters[0], small.men[0], small.groups[0], small.unsettled[0]]).toEqual([380, 20, 1, 1]);
    takeTurf(small, holdings, 2, 0, 0.1);
    // North holds half of the bridge: a tenth of it is .05, and officials and independents have it now.
    expect(holdings.share[2 * 2]).toBeCloseTo(0.45, 12);
    expect(holdings.held[2]).toBeCloseTo(0.95, 12);
    expect(small.unsettled[0]).toBe(0);
    returnGroups(small, holdings, ownFighters, 0, 1);
    expect(ownFighters[0]).toBe(400);
    expect([...holdings.share].map((share) => share.toFixed(12))).toEqual(
      before.map((share) => share.toFixed(12)),
    );
    expect([small.groups[0], small.men[0], small.turf[4]]).toEqual([0, 0, 0]);
  });

  it('wins by its men against those whom the faction keeps at the post', () => {
    expect(chanceOfTurf(20, 60)).toBe(0.25);
    expect(chanceOfTurf(0, 0)).toBe(0);
  });

  it('shows itself by a parade that names its birth as its cause', () => {
    const { events } = play({ 'splinters.rate': 6 });
    const births = events.filter(({ type }) => type === 'splinter' || type === 'front-name');
    expect(births.length).toBeGreaterThan(5);
    for (const birth of births)
      expect(events.some(({ type, causeSeq }) => type === 'parade' && causeSeq === birth.seq)).toBe(true);
    expect(events.some(({ type }) => type === 'turf-clash')).toBe(true);
  });

  it('comes more often without a coordinator, and under more strain', () => {
    for (const [more, less] of [
      [{ 'pact.coordinator': 0 }, { 'pact.coordinator': 1 }],
      [{ 'splinters.strain_effect': 10 }, { 'splinters.strain_effect': 0 }],
    ] as const) {
      const gaps = keys.map((key) => last(more, key) - last(less, key));
      expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeGreaterThan(0);
    }
  });

  it('never is where the rule is off', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    splinter(world, 1);
    expect(world.events).toEqual([]);
    expect(Math.max(...columnOf(play({ 'splinters.enabled': 0 }).tables[0], 'small_groups_n'))).toBe(0);
  });

  it('neither makes nor loses men but in clashes and by pay', () => {
    const still = { 'need.enabled': 0, 'splinters.clash_loss': 0, 'splinters.rate': 4 };
    const { tables } = play(still);
    const [men, left] = ['fighters_n', 'small_group_men_n'].map((name) => columnOf(tables[0], name));
    expect(Math.max(...left)).toBeGreaterThan(0);
    men.forEach((n, m) => {
      expect(n + left[m]).toBeCloseTo(0.6 * 3000 + 800, 6);
    });
  });
});
