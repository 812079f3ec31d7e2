import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listScenarios } from '../../src/scenario/card.ts';
import { type LoadOptions, loadScenario } from '../../src/scenario/load.ts';
import { scenarioKeys } from '../../src/scenario/schema.ts';
import { makeShelves, placeIn, problemsOf, scenarioText, tinyWorld } from './tiny-world.ts';

const baseline = 'title: Baseline\nworld: tiny\n';

async function problemsIn(
  text: string,
  files: Readonly<Record<string, string>> = {},
  options: Partial<LoadOptions> = {},
) {
  const folder = makeShelves({ 'scenarios/baseline.yaml': baseline, 'scenarios/a.yaml': text, ...files });
  return problemsOf(folder, () =>
    loadScenario(join(folder, 'scenarios/a.yaml'), { shippedDir: folder, ...options }),
  );
}

const sound = `# yaml-language-server: $schema=../schemas/scenario.schema.json
title: A cut
question: Where does the money go?
difficulty: 1
why: The smallest scenario with every key.
world: tiny
compare_with: baseline
start: 2014-01
months: 60
set:
  need.enabled: 1
changes:
  - at: 2018-05
    label: Cut
    why: A test.
    source: [smith-2020, assumption, "A. Writer (2020), a book."]
    set: { patron.transfer: baseline * (1 - 0.6) }
    until: 2018-09
    fade: { half_life_months: 6 }
checks:
  - { outcome: income_patron_usd, window: 2018-06..2018-08, against: 2018-02..2018-04, change: [-0.65, -0.55] }
  - { outcome: income_total_usd, window: 2018-06, against_scenario: true, change: [-1, 0], note: falls }
  - { outcome: fighters_n, window: 2018-06..2018-08, value: [0, 1e6] }
`;

describe('a scenario', () => {
  test('with every key is loaded whole', async () => {
    const folder = makeShelves({ 'scenarios/baseline.yaml': baseline, 'scenarios/a.yaml': sound });
    const loaded = await loadScenario('a', { shippedDir: folder, asShipped: true });
    expect(loaded.scenario).toMatchObject({
      id: 'a',
      title: 'A cut',
      question: 'Where does the money go?',
      difficulty: 1,
    });
    expect(loaded.experiment.changes).toEqual([{ month: 53, label: 'Cut', why: 'A test.' }]);
    expect(loaded.compareWith).toBe(join(folder, 'scenarios/baseline.yaml'));
    expect(loaded.checks).toMatchObject([
      {
        against: 'earlier',
        window: { first: 54, last: 56 },
        from: { first: 50, last: 52 },
        low: -0.65,
        high: -0.55,
        line: 21,
      },
      { against: 'scenario', window: { first: 54, last: 54 }, from: { first: 54, last: 54 }, note: 'falls' },
      { against: 'value', low: 0, high: 1e6 },
    ]);
    expect(structuredClone(loaded.experiment)).toEqual(loaded.experiment);
  });

  test('needs no more than a title and a world from a user', async () => {
    expect(await problemsIn(scenarioText(''))).toEqual([]);
    const asked = await problemsIn(
      scenarioText('changes:\n  - { at: 2018-05, set: { patron.transfer: 1 } }\n'),
      {},
      { asShipped: true },
    );
    for (const key of ['question', 'difficulty', 'why', 'at least one check', 'label', 'source'])
      expect(asked.some((problem) => problem.includes(key))).toBe(true);
    expect(asked).toHaveLength(7);
  });

  test('a shorter run leaves out the checks and changes that it never reaches', async () => {
    const folder = makeShelves({ 'scenarios/baseline.yaml': baseline, 'scenarios/a.yaml': sound });
    const loaded = await loadScenario('a', { shippedDir: folder, overrideMonths: 24 });
    expect(loaded).toMatchObject({
      checks: [],
      checksLeftOut: 3,
      experiment: { changes: [], timeline: { months: 24 } },
    });
    const moved = await loadScenario('a', { shippedDir: folder, overrideStart: 54, overrideMonths: 3 });
    expect(moved).toMatchObject({
      checksLeftOut: 1,
      experiment: { changes: [], timeline: { firstMonth: 54, months: 3 } },
    });
  });

  test('compares with nothing when it is the baseline itself, or the baseline is of another world', async () => {
    const other = {
      'worlds/other/world.yaml': tinyWorld,
      'scenarios/baseline.yaml': 'title: B\nworld: other\n',
    };
    const folder = makeShelves({
      ...other,
      'scenarios/a.yaml': scenarioText(''),
      'plain/baseline.yaml': baseline,
    });
    expect((await loadScenario('a', { shippedDir: folder })).compareWith).toBeNull();
    expect(
      (await loadScenario(join(folder, 'plain/baseline.yaml'), { shippedDir: folder })).compareWith,
    ).toBeNull();
  });

  test("a user's folder has its own worlds and scenarios; what it lacks is taken from the shipped", async () => {
    const shipped = makeShelves({ 'scenarios/baseline.yaml': baseline });
    const own = makeShelves({
      'worlds/tiny/world.yaml': tinyWorld.replace('title: Tiny', 'title: My own'),
      'scenarios/mine.yaml': 'title: Mine\nextends: baseline\n',
      'scenarios/new.yaml': scenarioText(''),
    });
    const mine = await loadScenario(join(own, 'scenarios/mine.yaml'), { shippedDir: shipped });
    expect(mine.world.spec.title).toBe('Tiny');
    const made = await loadScenario(join(own, 'scenarios/new.yaml'), { shippedDir: shipped });
    expect(made.world.spec.title).toBe('My own');
  });
});

const changeAt = (at: string, rest = '') =>
  `changes:\n  - { at: ${at}, set: { patron.transfer: 1 }${rest} }\n`;
const checkOf = (check: string) => `checks:\n  - { outcome: income_total_usd, ${check} }\n`;
const settingOf = (value: string) => `set:\n  patron.transfer: ${value}\n`;

/** Lines after title and world, the token where the problem stands, and words of the message. */
const slips: readonly (readonly [what: string, lines: string, token: string, words: string])[] = [
  [
    'an unknown key',
    'titel: x\n',
    'titel',
    '"titel" is no key that may stand here. Did you mean "title"? Allowed: title, question',
  ],
  [
    'an unknown parameter',
    'changes:\n  - at: 2018-05\n    set: { patron.transfers: 1 }\n',
    'patron.transfers',
    '"patron.transfers" is no parameter. Did you mean "patron.transfer"?',
  ],
  [
    'an unknown entity',
    'set: { crossings.uper-gate.open: 0 }\n',
    'crossings.uper',
    'Did you mean "crossings.upper-gate.open"?',
  ],
  [
    'an unknown starred name',
    'set: { crossings.*.opn: 0 }\n',
    'crossings.*',
    'Did you mean "crossings.*.open"?',
  ],
  ['two stars', 'set: { crossings.*.*: 0 }\n', 'crossings.*', 'is no parameter'],
  [
    'a formula that is none',
    settingOf('baseline *'),
    'baseline *',
    'The formula of "patron.transfer" cannot be read as a formula',
  ],
  ['a formula that reaches out', settingOf('import("fs")'), 'import', 'holds "\\""'],
  ['a list for a formula', settingOf('[1]'), '[1]', 'must be a number or a formula, not a list'],
  [
    'a value below its bound',
    settingOf('-5'),
    '-5',
    '"patron.transfer" would be -5 in 2014-01: below 0, the least allowed',
  ],
  [
    'a value out of bounds later',
    settingOf('baseline - months_since * 100'),
    'baseline -',
    'would be -100 in 2014-12: below 0',
  ],
  [
    'no finite number',
    settingOf('baseline / (months_since - 3)^2'),
    'baseline /',
    'would be Infinity in 2014-04: not a finite number',
  ],
  ['a switch half on', 'set: { need.enabled: 0.5 }\n', '0.5', 'neither 0 (off) nor 1 (on)'],
  [
    'a change that does nothing',
    'changes:\n  - { at: 2018-05, set: { houses.count: 20 } }\n',
    '20 }',
    'read only in the first month',
  ],
  ['no month', changeAt('2018-5'), '2018-5', '"2018-5" is no month. Write year and month, 2018-05'],
  ['a month before the calendar', changeAt('2013-05'), '2013-05', '"2013-05" is before 2014-01'],
  [
    'a change after the run',
    `months: 12\n${changeAt('2018-05')}`,
    '2018-05',
    '"at: 2018-05" is outside the run, which lasts from 2014-01 to 2014-12',
  ],
  ['until before at', changeAt('2018-05', ', until: 2018-04'), '2018-04', 'The change would never hold'],
  [
    'a half-life of nothing',
    changeAt('2018-05', ', fade: { half_life_months: 0 }'),
    '0 } }',
    '"half_life_months" must be more than 0, not 0',
  ],
  [
    'an unknown source',
    changeAt('2018-05', ', source: smith-2021'),
    'smith-2021',
    'Did you mean "smith-2020"?',
  ],
  ['no settings', 'changes:\n  - at: 2018-05\n', 'at: 2018', '"set" is missing here'],
  ['a wrong difficulty', 'difficulty: 4\n', '4', '"difficulty" must be at most 3, not 4'],
  ['a text for months', 'months: many\n', 'many', '"months" must be a number, not "many"'],
  [
    'more months than the calendar',
    'start: 2026-01\nmonths: 13\n',
    '13',
    'the calendar ends in 2026-12. Give 1 to 12',
  ],
  ['a start after the calendar', 'start: 2027-01\n', '2027-01', 'starts after 2026-12'],
  [
    'an unknown comparison',
    'compare_with: basline\n',
    'basline',
    '"compare_with: basline" names no scenario. Did you mean "baseline"?',
  ],
  [
    'an unknown parent',
    'extends: basline\n',
    'basline',
    '"extends: basline" names no scenario. Did you mean "baseline"?',
  ],
  ['itself as parent', 'extends: a\n', 'a\n', '"extends" runs in a circle'],
  [
    'an unknown outcome',
    'checks:\n  - { outcome: income_totl_usd, window: 2018-06, value: [0, 1] }\n',
    'income_totl_usd',
    'Did you mean "income_total_usd"?',
  ],
  ['a window that is none', checkOf('window: june, value: [0, 1]'), 'june', '"june" is no window'],
  [
    'a window upside down',
    checkOf('window: 2018-06..2018-05, value: [0, 1]'),
    '2018-06..',
    'ends before it begins',
  ],
  ['a band upside down', checkOf('window: 2018-06, value: [2, 1]'), '[2, 1]', 'Write the lowest first'],
  ['a band of one', checkOf('window: 2018-06, value: [2]'), '[2]', 'two numbers, [lowest, highest]'],
  [
    'a check of nothing',
    checkOf('window: 2018-06, change: [0, 1]'),
    '{ outcome',
    'exactly one of against, against_scenario, value; this one has none',
  ],
  [
    'a check of two things',
    checkOf('window: 2018-06, against: 2018-05, value: [0, 1]'),
    '{ outcome',
    'this one has against and value',
  ],
  [
    'a value with a change',
    checkOf('window: 2018-06, value: [0, 1], change: [0, 1]'),
    '[0, 1] }',
    'has no "change"',
  ],
  [
    'a comparison without a change',
    checkOf('window: 2018-06, against: 2018-05'),
    '{ outcome',
    'needs "change"',
  ],
  [
    'a check outside the run',
    `months: 12\n${checkOf('window: 2018-06, value: [0, 1]')}`,
    '{ outcome',
    'outside the run',
  ],
  [
    'a check against itself',
    `compare_with: a\n${checkOf('window: 2018-06, against_scenario: true, change: [0, 1]')}`,
    '{ outcome',
    'needs another scenario',
  ],
  ['a key twice', 'months: 12\nmonths: 24\n', 'months: 24', '"months" stands twice'],
];

describe('a slip in a scenario is reported where it stands', () => {
  test.each(slips)('%s', async (_, lines, token, words) => {
    const text = scenarioText(lines);
    const problems = await problemsIn(text);
    expect(problems).toHaveLength(1);
    const skip = text.indexOf(token, scenarioText('').length) - text.indexOf(token);
    expect(problems[0]).toContain(`scenarios/a.yaml:${placeIn(text, token, skip)}: `);
    expect(problems[0]).toContain(words);
  });

  test('as the house says it', async () => {
    const text =
      '# schema\ntitle: A cut\nworld: tiny\nquestion: Why?\nmonths: 60\nchanges:\n  - at: 2018-05\n    set: { need.enabled: 1, patron.transfers: baseline }\n';
    expect(await problemsIn(text)).toEqual([
      'scenarios/a.yaml:8:29: "patron.transfers" is no parameter. Did you mean "patron.transfer"?',
    ]);
  });

  test('three slips are reported together, in the order of the file', async () => {
    const problems = await problemsIn(
      'title: A\nworld: tiny\nmoths: 3\nset: { patron.transfers: 1 }\nchecks:\n  - { outcome: nothing, window: 2018-06, value: [0, 1] }\n',
    );
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
      'scenarios/a.yaml:3:1',
      'scenarios/a.yaml:4:8',
      'scenarios/a.yaml:6:16',
    ]);
  });

  test('an unknown world, with those there are', async () => {
    expect(await problemsIn('title: A\nworld: tinny\n')).toEqual([
      'scenarios/a.yaml:2:8: "world: tinny" names no world. Did you mean "tiny"? Known: tiny.',
    ]);
    expect(await problemsIn('title: A\nworld: ../worlds/tiny\n')).toHaveLength(1);
  });

  test('neither world nor parent, and an empty file', async () => {
    expect(await problemsIn('title: A\n')).toEqual([
      'scenarios/a.yaml:1:1: A scenario needs "world", the world it plays in, or "extends", the scenario it builds on.',
    ]);
    expect((await problemsIn(''))[0]).toContain(
      'scenarios/a.yaml:1:1: This file must be a map of keys and values, not empty',
    );
  });

  test('a comma inside braces cuts a formula in two, and both halves are reported', async () => {
    const problems = await problemsIn(scenarioText('set: { patron.transfer: min(baseline, 3) }\n'));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('scenarios/a.yaml:3:25: The formula of "patron.transfer" cannot be read');
    expect(problems[1]).toContain('scenarios/a.yaml:3:39: This is empty.');
    expect(problems[1]).toContain('inside { } a formula with a comma needs quotes');
  });

  test('two parameters that do not fit together, at the change that parts them', async () => {
    const text = scenarioText('changes:\n  - { at: 2018-05, set: { trade.channel_nest: 0.9 } }\n');
    const problems = await problemsIn(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      `scenarios/a.yaml:${placeIn(text, 'trade.channel')}: "trade.channel_nest" is 0.9 in 2018-05`,
    );
    expect(await problemsIn(text.replace('0.9 }', '0.9, trade.crossing_nest: 0.95 }'))).toEqual([]);
  });

  test('no YAML at all', async () => {
    const problems = await problemsIn('title: A\nworld: [tiny\n');
    expect(problems[0]).toMatch(/^scenarios\/a\.yaml:3:1: This is no valid YAML/);
  });

  test('a circle through another file, and a slip in the parent where it stands there', async () => {
    const circle = await problemsIn('title: A\nextends: b\n', {
      'scenarios/b.yaml': 'title: B\nextends: a\n',
    });
    expect(circle).toHaveLength(1);
    expect(circle[0]).toMatch(
      /^scenarios\/b\.yaml:2:10: "extends" runs in a circle: .*a\.yaml builds on .*b\.yaml builds on .*a\.yaml/,
    );
    const slip = await problemsIn('title: A\nextends: b\n', {
      'scenarios/b.yaml': 'title: B\nworld: tiny\nset: { patron.transfer: -1 }\n',
    });
    expect(slip).toEqual([
      'scenarios/b.yaml:3:25: "patron.transfer" would be -1 in 2014-01: below 0, the least allowed.',
    ]);
  });

  test('a comparison with another world that the file asks for', async () => {
    const files = { 'worlds/other/world.yaml': tinyWorld, 'scenarios/b.yaml': 'title: B\nworld: other\n' };
    expect(await problemsIn(scenarioText('compare_with: b\n'), files)).toEqual([
      'scenarios/a.yaml:3:15: "b" plays in the world "other", this scenario in "tiny". Runs of different worlds cannot be compared.',
    ]);
  });

  test('slips in the scenario and in its world come together', async () => {
    const files = { 'worlds/tiny/world.yaml': tinyWorld.replace('kind: land', 'kind: lnad') };
    const problems = await problemsIn(scenarioText('titel: x\n'), files);
    expect(problems).toHaveLength(2);
    expect(problems[1]).toContain(`worlds/tiny/world.yaml:${placeIn(tinyWorld, 'land\n')}: `);
  });

  test('what the caller sets has no file', async () => {
    const options = { overrideSet: { 'patron.tranfer': 1, 'need.enabled': 'x' }, overrideMonths: 400 };
    const problems = await problemsIn(scenarioText(''), {}, options);
    expect(problems).toHaveLength(3);
    for (const words of ['400 months from 2014-01', '"patron.tranfer" is no parameter', 'knows no "x"'])
      expect(problems.some((problem) => problem.startsWith(words) || problem.includes(words))).toBe(true);
  });

  test('a name or path that is nowhere', async () => {
    const folder = makeShelves({ 'scenarios/baseline.yaml': baseline });
    const options = { shippedDir: folder };
    expect(await problemsOf(folder, () => loadScenario('basline', options))).toEqual([
      'There is no shipped scenario "basline". Did you mean "baseline"?',
    ]);
    expect(await problemsOf(folder, () => loadScenario('nowhere/mine.yaml', options))).toEqual([
      'There is no file "nowhere/mine.yaml". Shipped: baseline.',
    ]);
  });
});

describe('a list of scenarios', () => {
  test('says of each what it is, by name', () => {
    const folder = makeShelves({ 'scenarios/baseline.yaml': baseline, 'scenarios/a.yaml': sound });
    expect(listScenarios(join(folder, 'scenarios'))).toMatchObject([
      {
        id: 'a',
        title: 'A cut',
        question: 'Where does the money go?',
        difficulty: 1,
        why: 'The smallest scenario with every key.',
      },
      { id: 'baseline', title: 'Baseline', question: '', difficulty: null },
    ]);
    expect(listScenarios(join(folder, 'nowhere'))).toEqual([]);
  });
});

describe('the shipped scenarios', () => {
  const names = existsSync('scenarios')
    ? readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))
    : [];
  test.each(names)('%s is whole, with its keys in the order of all', async (name) => {
    const loaded = await loadScenario(join('scenarios', name), { shippedDir: '.', asShipped: true });
    expect(loaded.checks.length).toBeGreaterThan(0);
    expect(loaded.checksLeftOut).toBe(0);
  });

  test('the keys of a file follow one order', () => {
    expect(scenarioKeys.slice(0, 4)).toEqual(['title', 'question', 'difficulty', 'why']);
  });
});
