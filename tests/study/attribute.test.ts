import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, shapley } from '../../src/study/attribute.ts';
import { changeRows, cutShort, rowOf } from '../../src/study/change-timeline.ts';
import { drivers, driversBetween, frozenFrom, pairWith } from '../../src/study/drivers.ts';
import { playHere } from '../../src/study/player.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

describe('a Shapley value', () => {
  it('of two drivers splits what only both together bring', () => {
    // Worth of {}, {0}, {1}, {0, 1}: alone 1 and 2, together 7, so 4 are shared.
    expect(shapley([0, 1, 2, 7], 0, 2)).toBe(3);
    expect(shapley([0, 1, 2, 7], 1, 2)).toBe(4);
  });

  it('adds up to the whole, and is nothing for a driver that never adds', () => {
    const worths = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(worths, (worth) => {
        const sum = [0, 1, 2].reduce((total, at) => total + shapley(worth, at, 3), 0);
        expect(sum).toBeCloseTo(worth[7] - worth[0], 6);
        const idle = worth.map((_, set) => worth[set & 3]);
        expect(shapley(idle, 2, 3)).toBe(0);
      }),
    );
  });
});

const neutral = experimentOn(smallWorld(), {}, { months: 36 });
const experiment = changeRows(neutral, {
  'patron.transfer': (month, before) => (month >= 13 ? before * 0.4 : before),
  'payroll.budget': (month, before) => (month >= 13 ? before * 2 : before),
});

describe('drivers', () => {
  it('are those in which two worlds differ, and learning', () => {
    expect(driversBetween(experiment, neutral).map(({ id }) => id)).toEqual([
      'patron',
      'payroll',
      'learning',
    ]);
  });

  it('together hold every parameter once', () => {
    for (const name of neutral.timeline.names)
      expect(drivers.filter(({ isOwn }) => isOwn(name)).length, name).toBe(1);
  });

  it('are taken out one by one', () => {
    const [patron, , learning] = driversBetween(experiment, neutral);
    const pair = pairWith(experiment, neutral, [patron, learning]);
    expect(rowOf(pair.experiment, 'patron.transfer')).toEqual(rowOf(neutral, 'patron.transfer'));
    expect(rowOf(pair.experiment, 'payroll.budget')).toEqual(rowOf(experiment, 'payroll.budget'));
    expect([
      rowOf(pair.experiment, 'learning.enabled')[0],
      rowOf(pair.neutral, 'learning.enabled')[0],
    ]).toEqual([0, 0]);
  });
});

describe('a world frozen from a month on', () => {
  it('keeps what it was in that month', () => {
    const frozen = frozenFrom(experiment, 13);
    expect(rowOf(frozen, 'patron.transfer')[30]).toBe(2e5);
    expect(rowOf(frozenFrom(experiment, 12), 'patron.transfer')[30]).toBe(5e5);
  });
});

describe('attributing', () => {
  it('gives a payroll nobody cut out of need its own part, and all parts make the whole', async () => {
    const window = { first: 13, last: 24 };
    const asked = {
      experiment,
      neutral,
      window,
      outcomes: ['income_local_usd'],
      studySeed: 1,
      replicates: 2,
    };
    const [{ whole, parts }] = await attribute(asked, playHere());
    expect(parts.reduce((sum, { part }) => sum + part.estimate, 0)).toBeCloseTo(whole.estimate, 4);
    // Kept payroll: .1 of 12m a year more, .6 of it with the two factions' registered men.
    const payroll = parts.find(({ driver }) => driver.id === 'payroll')!;
    expect(payroll.part.estimate).toBeGreaterThan(50_000);
    expect(payroll.part.estimate).toBeLessThan(70_000);
  });

  it('plays no month after those it looks at, and that changes nothing', () => {
    const short = cutShort(experiment, 24);
    expect([...rowOf(short, 'patron.transfer')]).toEqual([
      ...rowOf(experiment, 'patron.transfer').slice(0, 24),
    ]);
    const [one, two] = [experiment, short].map((each) => {
      const run = playHere().play([{ experiment: each, studySeed: 1, replicate: 1 }]);
      return run.then(([outcome]) =>
        outcome.status === 'ok' ? outcome.record.tables[0].data.slice(0, 24) : [],
      );
    });
    return Promise.all([one, two]).then(([whole, cut]) => expect([...cut]).toEqual([...whole]));
  });
});
