import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { learnedSkill, needOf, nextEffort } from '../../src/model/effort.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { effortLines } from '../../src/model/lines.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

const play = (set: Readonly<Record<string, Setting>>, months = 48) =>
  playRun(experimentOn(smallWorld(), set, { months }), 'key', { keepFlows: false });
const cut = { 'patron.transfer': (month: number) => (month >= 13 ? 2e5 : 5e5) };

describe('need', () => {
  it('is 1 at the start', () => {
    expect(needOf(foundWorld(experimentOn(smallWorld()), 'key'), 0, 1)).toBe(1);
  });

  it('is operations money over its reference, to the power of minus the sensitivity', () => {
    const world = foundWorld(experimentOn(smallWorld(), { 'need.sensitivity': 1.5 }), 'key');
    world.state.patronPast.fill(100_000);
    world.state.localPast.fill(2_000_000);
    // ops = 100,000 + 0.6 * 2,000,000; the reference keeps the patron part of the start, 250,000.
    expect(needOf(world, 0, 1)).toBeCloseTo((1.3e6 / 1.45e6) ** -1.5, 12);
  });

  it('is exactly 1 whatever happens under the null model', () => {
    const world = foundWorld(experimentOn(smallWorld(), { 'need.enabled': 0 }), 'key');
    world.state.patronPast.fill(0);
    expect(needOf(world, 0, 1)).toBe(1);
  });
});

describe('effort', () => {
  it('rises by at most psi up and falls by at most psi down', () => {
    expect(nextEffort(1, 3, 100, 100, 0.08, 0.02)).toBeCloseTo(Math.exp(0.08), 12);
    expect(nextEffort(1, 0, 100, 100, 0.08, 0.02)).toBeCloseTo(Math.exp(-0.02), 12);
  });

  it('moves by the pull of (lambda MR - cost)/cost', () => {
    expect(nextEffort(1, 1.1, 100, 100, 0.08, 0.02)).toBeCloseTo(Math.exp(0.08 * 0.1), 12);
  });

  it('stays where a line never paid', () => {
    expect(nextEffort(1, 2, 50, 0, 0.08, 0.02)).toBe(1);
  });

  it('stays near 1 in a world where nothing changes', () => {
    const table = play({}).tables[1];
    for (const line of effortLines) {
      for (const effort of columnOf(table, `effort_${line}_idx`, 0))
        expect(Math.abs(effort - 1)).toBeLessThan(0.03);
    }
  });

  it('answers a cut of the patron, and local income with it, while total income falls at first', () => {
    const window = { 'dollars.enabled': 1 };
    const [before, after] = [play(window).tables, play({ ...window, ...cut }).tables];
    const gain = (column: string, m: number) =>
      columnOf(after[0], column)[m] - columnOf(before[0], column)[m];
    expect(gain('income_patron_usd', 13)).toBeCloseTo(-300_000, 0);
    expect(gain('income_total_usd', 13)).toBeLessThan(-200_000);
    expect(gain('income_local_usd', 30)).toBeGreaterThan(0);
    for (const line of effortLines) {
      expect(columnOf(after[1], `effort_${line}_idx`, 0)[30]).toBeGreaterThan(
        columnOf(before[1], `effort_${line}_idx`, 0)[30],
      );
    }
  });

  it('stays up longer than the cut with slow exit and learning, and comes back without them', () => {
    const passing = { 'patron.transfer': (month: number) => (month >= 13 && month < 37 ? 2e5 : 5e5) };
    const gap = (set: Readonly<Record<string, Setting>>) => {
      const [with_, without] = [play({ ...set, ...passing }, 108), play(set, 108)].map(
        ({ tables }) => tables[0],
      );
      const at = (m: number) =>
        columnOf(with_, 'income_local_usd')[m] - columnOf(without, 'income_local_usd')[m];
      return at(96) / at(35);
    };
    const slow = gap({});
    const quick = gap({ 'learning.enabled': 0, 'effort.speed_down': 0.08 });
    expect(slow).toBeGreaterThan(0.3);
    expect(Math.abs(quick)).toBeLessThan(0.15);
  });
});

/** Every rule of force and mood at work. */
const loud = {
  ...{
    'splinters.enabled': 1,
    'splinters.rate': 3,
    'attacks.enabled': 1,
    'parades.enabled': 1,
    'force.war': 0.5,
  },
  ...{
    'mood.enabled': 1,
    'mood.unemployment': 0.6,
    'politics.election': (month: number) => (month % 12 === 0 ? 1 : 0),
  },
};

describe('the null model', () => {
  it.each([
    ['alone', {}],
    ['with force and mood', loud],
  ])('decides to the bit alike with and without the cut, %s', (_, more) => {
    const off = { 'need.enabled': 0, ...more };
    const [plain, changed] = [play(off), play({ ...off, ...cut })];
    const decided = /^(effort|skill|fighters|posts_share|attacks|parades|small_groups|seats|influence)/;
    for (const { name } of plain.tables[1].spec.columns.filter((column) => decided.test(column.name))) {
      for (const i of [0, 1])
        expect(columnOf(changed.tables[1], name, i)).toEqual(columnOf(plain.tables[1], name, i));
    }
    expect(changed.tables[2].data).toEqual(plain.tables[2].data);
    // The column is all income less the patron's part: a difference, so equal to the cent.
    const cents = ({ tables }: typeof plain) =>
      Array.from(columnOf(tables[0], 'income_local_usd'), (usd) => Math.round(usd * 100));
    expect(cents(changed)).toEqual(cents(plain));
    expect(columnOf(changed.tables[0], 'income_patron_usd')).not.toEqual(
      columnOf(plain.tables[0], 'income_patron_usd'),
    );
  });
});

describe('skill', () => {
  it('stays at 1 when learning is off', () => {
    const table = play({ ...cut, 'learning.enabled': 0 }).tables[1];
    expect(new Set(columnOf(table, 'skill_fuel_idx', 0))).toEqual(new Set([1]));
  });

  it('gains LR for each doubling of experience', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    world.state.experience.fill(2 / 0.015);
    expect(learnedSkill(world, 0, 0, 1)).toBeCloseTo(1.2, 12);
    world.state.experience.fill(4 / 0.015);
    expect(learnedSkill(world, 0, 0, 1)).toBeCloseTo(1.44, 12);
  });

  it('never more than doubles', () => {
    const world = foundWorld(experimentOn(smallWorld()), 'key');
    world.state.experience.fill(1e9);
    expect(learnedSkill(world, 0, 0, 1)).toBe(2);
  });
});
