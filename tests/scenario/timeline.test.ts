import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMonth } from '../../src/engine/calendar.ts';
import type { Timeline } from '../../src/model/world-spec.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { makeShelves, scenarioText } from './tiny-world.ts';

/** Loads a scenario of the tiny world from its lines, and others beside it. */
async function load(lines: string, others: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(others).map(([name, text]) => [`scenarios/${name}.yaml`, text]);
  const folder = makeShelves({ 'scenarios/a.yaml': scenarioText(lines), ...Object.fromEntries(files) });
  return loadScenario(join(folder, 'scenarios/a.yaml'), { shippedDir: folder });
}

function valueAt(timeline: Timeline, name: string, date: string): number {
  const row = timeline.names.indexOf(name);
  return timeline.values[row * timeline.months + parseMonth(date)! - timeline.firstMonth];
}

async function valuesAt(lines: string, name: string, ...dates: string[]): Promise<number[]> {
  const { experiment } = await load(lines);
  return dates.map((date) => valueAt(experiment.timeline, name, date));
}

describe('parameters by month', () => {
  test('without changes are the world file, month by month', async () => {
    const { experiment, world } = await load('months: 40');
    const { timeline } = experiment;
    expect(timeline).toMatchObject({ firstMonth: 1, months: 40, names: [...world.values.keys()] });
    expect(valueAt(timeline, 'goods.food.duty', '2016-02')).toBe(0.05);
    expect(valueAt(timeline, 'goods.food.duty', '2016-03')).toBe(0.1);
    expect(timeline.values).toHaveLength(timeline.names.length * 40);
  });

  test('a run that starts later sees the world of its own months', async () => {
    const { experiment } = await load('start: 2016-01\nmonths: 4');
    expect(experiment.timeline.firstMonth).toBe(25);
    expect(valueAt(experiment.timeline, 'goods.food.duty', '2016-02')).toBe(0.05);
    expect(valueAt(experiment.timeline, 'goods.food.duty', '2016-03')).toBe(0.1);
  });

  test('a cut of 60% in 2018-05 leaves 400 of 1000 from that month on', async () => {
    const lines = 'changes:\n  - { at: 2018-05, set: { patron.transfer: baseline * (1 - 0.6) } }';
    expect(await valuesAt(lines, 'patron.transfer', '2018-04', '2018-05', '2026-12')).toEqual([
      1000, 400, 400,
    ]);
  });

  test('with until, the change holds through that month and no longer', async () => {
    const lines = 'changes:\n  - { at: 2018-05, until: 2018-07, set: { patron.transfer: 0 } }';
    const dates = ['2018-04', '2018-05', '2018-07', '2018-08'];
    expect(await valuesAt(lines, 'patron.transfer', ...dates)).toEqual([1000, 0, 0, 1000]);
  });

  test('with a half-life of 2 months a fall of 800 is 400 after 2 and 200 after 4', async () => {
    const lines =
      'changes:\n  - { at: 2018-05, fade: { half_life_months: 2 }, set: { patron.transfer: 200 } }';
    const dates = ['2018-04', '2018-05', '2018-07', '2018-09'];
    expect(await valuesAt(lines, 'patron.transfer', ...dates)).toEqual([1000, 200, 600, 800]);
  });

  test('a formula sees the world file, earlier changes, and months since its own', async () => {
    const lines = `set:
  patron.transfer: baseline + 100
changes:
  - { at: 2014-03, set: { patron.transfer: current * 2 + months_since } }
  - { at: 2014-02, set: { patron.transfer: current + 1 } }`;
    // 2014-03 comes later whatever the order in the file: (1000 + 100 + 1) * 2 + 0, then + 1.
    const dates = ['2014-01', '2014-02', '2014-03', '2014-04'];
    expect(await valuesAt(lines, 'patron.transfer', ...dates)).toEqual([1100, 1101, 2202, 2203]);
  });

  test('at one date the order of the file decides', async () => {
    const lines = `changes:
  - { at: 2014-02, set: { patron.transfer: 7 } }
  - { at: 2014-02, set: { patron.transfer: current * 2 } }`;
    expect(await valuesAt(lines, 'patron.transfer', '2014-02')).toEqual([14]);
  });

  test('months_since in a setting counts from the first month of the run', async () => {
    const lines = 'start: 2016-01\nset: { patron.transfer: months_since }';
    expect(await valuesAt(lines, 'patron.transfer', '2016-01', '2016-03')).toEqual([0, 2]);
  });

  test('a star stands for every entity, each with its own baseline; a name after it says otherwise', async () => {
    const lines = `set:
  crossings.*.clearance_days: baseline / 5
  crossings.lower-gate.clearance_days: 1
  posts.*.open: 0`;
    const { experiment, changedBy } = await load(lines);
    expect(valueAt(experiment.timeline, 'crossings.upper-gate.clearance_days', '2014-01')).toBe(9);
    expect(valueAt(experiment.timeline, 'crossings.lower-gate.clearance_days', '2014-01')).toBe(1);
    expect(valueAt(experiment.timeline, 'posts.bridge.open', '2020-01')).toBe(0);
    expect(changedBy.get('crossings.upper-gate.clearance_days')).toHaveLength(1);
    expect(changedBy.get('crossings.lower-gate.clearance_days')).toHaveLength(2);
  });

  test('settings of the caller come last', async () => {
    const folder = makeShelves({ 'scenarios/a.yaml': scenarioText('set: { patron.transfer: 5 }') });
    const options = {
      shippedDir: folder,
      overrideSet: { 'patron.transfer': 'current + baseline', 'houses.count': 3 },
    };
    const { experiment } = await loadScenario('a', options);
    expect(valueAt(experiment.timeline, 'patron.transfer', '2014-01')).toBe(1005);
    expect(valueAt(experiment.timeline, 'houses.count', '2014-01')).toBe(3);
  });

  test('until, fade and formula together match the arithmetic month by month, for any dates', async () => {
    const dates = fc.tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 9 }),
    );
    await fc.assert(
      fc.asyncProperty(dates, fc.integer({ min: 0, max: 5000 }), async ([at, length, halfLife], wanted) => {
        const month = (number: number) =>
          `20${14 + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, '0')}`;
        const change = `at: ${month(at)}, until: ${month(at + length)}, fade: { half_life_months: ${halfLife} }`;
        const { experiment } = await load(`changes:\n  - { ${change}, set: { patron.transfer: ${wanted} } }`);
        for (let number = 1; number <= 60; number++) {
          const holds = number >= at && number <= at + length;
          const expected = holds ? 1000 + (wanted - 1000) * 0.5 ** ((number - at) / halfLife) : 1000;
          expect(valueAt(experiment.timeline, 'patron.transfer', month(number))).toBeCloseTo(expected, 8);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a scenario that extends another', () => {
  const parent = `title: Parent
world: tiny
months: 60
set: { patron.transfer: 500 }
changes:
  - { at: 2014-03, label: doubled, why: test, source: smith-2020, set: { patron.transfer: current * 2 } }
`;

  test('comes after all of it: its settings over the changes of the parent', async () => {
    const child =
      'title: Child\nextends: parent\nset: { patron.transfer: current + 1 }\nchanges:\n  - { at: 2014-02, label: ten, set: { patron.transfer: current * 10 } }\n';
    const folder = makeShelves({ 'scenarios/parent.yaml': parent, 'scenarios/child.yaml': child });
    const { experiment, scenario, changedBy } = await loadScenario('child', { shippedDir: folder });
    const values = ['2014-01', '2014-02', '2014-03'].map((date) =>
      valueAt(experiment.timeline, 'patron.transfer', date),
    );
    expect(values).toEqual([501, 5010, 10010]);
    expect(experiment).toMatchObject({ scenarioId: 'child', title: 'Child' });
    expect(experiment.timeline.months).toBe(60);
    expect(experiment.changes).toEqual([
      { month: 2, label: 'ten', why: '' },
      { month: 3, label: 'doubled', why: 'test' },
    ]);
    expect(scenario).toMatchObject({ question: '', difficulty: null });
    expect(changedBy.get('patron.transfer')).toMatchObject([
      { scenarioId: 'parent', label: '', at: 1, until: 60, text: '500' },
      {
        scenarioId: 'parent',
        label: 'doubled',
        at: 3,
        until: 60,
        sources: ['smith-2020'],
        text: 'current * 2',
      },
      { scenarioId: 'child', label: '', at: 1, until: 60 },
      { scenarioId: 'child', label: 'ten', at: 2, until: 60 },
    ]);
    expect(changedBy.has('need.enabled')).toBe(false);
  });

  test('a change of the parent before the run starts still holds, counted from its own date, without a mark', async () => {
    const child = 'title: Child\nextends: parent\nstart: 2014-05\nmonths: 3\n';
    const later = parent.replace('current * 2', 'months_since');
    const folder = makeShelves({ 'scenarios/parent.yaml': later, 'scenarios/child.yaml': child });
    const { experiment } = await loadScenario('child', { shippedDir: folder });
    expect(valueAt(experiment.timeline, 'patron.transfer', '2014-05')).toBe(2);
    expect(experiment.changes).toEqual([]);
  });
});
