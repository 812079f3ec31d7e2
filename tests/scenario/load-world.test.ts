import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parameterDeclarations } from '../../src/model/parameters.ts';
import { listWorlds, loadWorld } from '../../src/scenario/load-world.ts';
import { normaliseShares } from '../../src/scenario/normalise.ts';
import { citeSources } from '../../src/scenario/sources.ts';
import { valueInMonth } from '../../src/scenario/world-file.ts';
import { makeShelves, placeIn, problemsOf, tinyParameters, tinyWorld } from './tiny-world.ts';

const folder = makeShelves();
const world = loadWorld(join(folder, 'worlds/tiny'));

describe('a world folder', () => {
  test('gives what a run needs, plain', () => {
    expect(world.spec).toMatchObject({
      id: 'tiny',
      title: 'Tiny',
      patronName: 'Patron',
      governmentName: 'State',
    });
    expect(world.spec.factions[0]).toEqual({
      id: 'north',
      name: 'North Brigade',
      registeredShare: 0.5,
      ownFighters: 500,
      capacity: 2,
      patronWeight: 1,
      strengths: { fuel: 2 },
    });
    expect(world.spec.crossings[1]).toMatchObject({ id: 'lower-gate', kind: 'unofficial', holders: {} });
    expect(world.spec.crossings[0]).toMatchObject({
      place: { lon: 44, lat: 33 },
      holders: { north: 0.5, south: 0.1 },
    });
    expect(world.spec.posts[0]).toMatchObject({
      crossingIds: ['upper-gate', 'lower-gate'],
      destinationIds: ['capital'],
    });
    expect(world.spec.goods.map((goods) => goods.consignmentUsd)).toEqual([20000, 50000]);
    expect(JSON.parse(JSON.stringify(world.spec))).toEqual(world.spec);
  });

  test('spells parameters of entities out and gives every declared one a value', () => {
    const { goods, crossings, posts, neighbours } = world.spec;
    const kinds = { goods, crossings, posts, neighbours };
    const expected = parameterDeclarations.flatMap(({ name }) => {
      const [kind] = name.split('.');
      return name.includes('*')
        ? kinds[kind as keyof typeof kinds].map(({ id }) => name.replace('*', id))
        : [name];
    });
    expect([...world.values.keys()]).toEqual(expected);
  });

  test('gives every number its grade, source and place', () => {
    expect(world.values.get('crossings.upper-gate.clearance_days')).toMatchObject({
      points: [[1, 45]],
      unit: 'days',
      low: 30,
      high: 60,
      range: 'values',
      sources: ['smith-2020'],
      confidence: 'S2',
      line: Number(placeIn(tinyWorld, 'clearance_days').split(':')[0]),
    });
    expect(world.facts.get('factions.north.strengths.fuel')).toMatchObject({
      sources: ['smith-2020', 'jones-2021'],
    });
    expect(world.facts.get('crossings.upper-gate.holders.north')).toMatchObject({
      low: 0.25,
      high: 0.6,
      confidence: 'W',
    });
    expect(world.facts.get('crossings.upper-gate.place.lat')).toMatchObject({
      unit: 'degrees',
      points: [[1, 33]],
    });
    expect(citeSources(world, ['smith-2020', 'jones-2021', 'A book.'])).toEqual([
      'Smith, J. 2020. Gates. Press. https://example.org/gates',
      'Jones, K. 2021. Posts. Press.',
      'A book.',
    ]);
  });

  test('what a world file is silent about is an assumption: open, at no further cost', () => {
    for (const [name, value] of [
      ['crossings.upper-gate.open', 1],
      ['crossings.upper-gate.extra_cost', 0],
      ['posts.bridge.open', 1],
    ] as const)
      expect(world.values.get(name)).toMatchObject({
        points: [[1, value]],
        confidence: 'assumption',
        sources: [],
      });
  });

  test('a dated value holds until the next date, or runs straight to it', () => {
    const duty = world.values.get('goods.food.duty')!;
    expect([1, 26, 27, 156].map((month) => valueInMonth(duty, month))).toEqual([0.05, 0.05, 0.1, 0.1]);
    const price = world.values.get('patron.oil_price')!;
    expect(valueInMonth(price, 1)).toBe(1);
    expect(valueInMonth(price, 7)).toBeCloseTo(0.7, 12);
    expect(valueInMonth(price, 13)).toBe(0.4);
    expect(valueInMonth(price, 16)).toBeCloseTo(0.55, 12);
    expect(valueInMonth(price, 156)).toBe(1);
  });

  test('shares that miss 1 by a rounding are scaled to sum to exactly 1', () => {
    expect(world.spec.crossings[0].importShare + world.spec.crossings[1].importShare).toBe(1);
    const thirds = normaliseShares([0.3333333, 0.3333333, 0.3333333])!;
    expect(thirds.reduce((total, share) => total + share, 0)).toBe(1);
    expect(normaliseShares([0.5, 0.4999])).toBeUndefined();
  });

  test('lists the worlds of a folder', () => {
    expect(listWorlds(join(folder, 'worlds'))).toEqual(['tiny']);
    expect(listWorlds(join(folder, 'nowhere'))).toEqual([]);
  });
});

/** What is replaced, by what, the token where the problem stands, words of the message, and how many more follow from it. */
const slips: [what: string, from: string, to: string, token: string, words: string, also?: number][] = [
  [
    'an unknown key',
    'kind: land',
    'knd: land',
    'knd',
    '"knd" is no key that may stand here. Did you mean "kind"?',
    1,
  ],
  ['an unknown top key', 'about:', 'abut:', 'abut', 'Did you mean "about"?'],
  ['another unit', '45, unit: days', '45, unit: months', 'months', 'is declared in days, not in months'],
  ['no unit of ours', '45, unit: days', '45, unit: dayz', 'dayz', 'Did you mean "days"?'],
  [
    'a value out of bounds',
    '{ value: 45, unit: days, low: 30',
    '{ value: -45, unit: days, low: -45',
    '-45',
    '"crossings.upper-gate.clearance_days" is -45: below 0',
    1,
  ],
  [
    'low above the value',
    'low: 30,',
    'low: 50,',
    '50, high: 60',
    '"low" of "crossings.upper-gate.clearance_days" is 50, above the value 45',
  ],
  ['high below the value', 'high: 60', 'high: 40', '40, source', 'is 40, below the value 45'],
  ['factors that do not hold 1', 'low: 0.5, high: 2', 'low: 1.5, high: 2', '1.5', '1 (for dated values'],
  ['no range', 'unit: days, low: 30, high: 60', 'unit: days', '45,', 'needs "low" and "high"'],
  ['a text for a number', 'value: 45', 'value: many', 'many', '"value" must be a number, not "many"'],
  [
    'no grade',
    'source: smith-2020, confidence: S2',
    'source: smith-2020',
    '{ value: 45',
    '"confidence" is missing here. Allowed: S, S2, W, D, assumption',
  ],
  ['an unknown grade', 'confidence: S2', 'confidence: S9', 'S9', 'Allowed: S, S2, W, D, assumption'],
  [
    'a grade without source',
    'source: smith-2020, confidence: S2',
    'confidence: D',
    'D }',
    'which needs a source',
  ],
  [
    'an unknown source',
    '60, source: smith-2020',
    '60, source: smith-2021',
    'smith-2021',
    'Did you mean "smith-2020"?',
  ],
  [
    'an unknown faction',
    'south: 0.1',
    'suoth: 0.1',
    'suoth',
    '"suoth" is none of the factions of this world. Did you mean "south"?',
  ],
  ['holders above 1', 'north: 0.5', 'north: 0.95', '{ north', 'At most 1: the rest is with officials'],
  ['a share above 1', 'north: 0.5', 'north: 1.5', '1.5', 'must be at most 1, not 1.5'],
  [
    'an unknown neighbour',
    'neighbour: east',
    'neighbour: west',
    'west',
    'neighbours of this world. Did you mean "east"?',
  ],
  [
    'an unknown corridor',
    'corridor: river',
    'corridor: rivr',
    'rivr',
    'corridors of this world. Did you mean "river"?',
  ],
  [
    'an unknown crossing',
    '[upper-gate, lower',
    '[uper-gate, lower',
    'uper-gate',
    'Did you mean "upper-gate"?',
  ],
  ['an unknown destination', '[capital]', '[captial]', 'captial', 'Did you mean "capital"?'],
  [
    'a crossing twice',
    '[upper-gate, lower-gate]',
    '[upper-gate, upper-gate]',
    'upper-gate]',
    'stands twice in this list',
  ],
  ['an empty list', '[capital]', '[]', '[]', 'a list of at least 1'],
  [
    'shares that do not sum to 1',
    'value: 0.6666667',
    'value: 0.6666',
    'import_share: { value: 0.3333333',
    'must sum to 1',
  ],
  [
    'payrolls above 1',
    'value: 0.5, unit: share, low: 0.4, high: 0.6',
    'value: 0.9, unit: share, low: 0.4, high: 0.9',
    'registered_share',
    'at most 1',
  ],
  ['a name that is no id', '  bridge:', '  Bridge_2:', 'Bridge_2', '"Bridge_2" is no valid id'],
  [
    'a post named like a crossing',
    '  bridge:',
    '  upper-gate:',
    'upper-gate:\n    name: Bridge',
    'is a crossing already',
  ],
  ['an unknown line', 'fuel:', 'fule:', 'fule', 'Did you mean "fuel"?'],
  ['an unknown kind', 'kind: land', 'kind: lnad', 'lnad', 'Did you mean "land"?'],
  ['no month', '2016-03', '2016-13', '2016-13', '"2016-13" is no month'],
  [
    'value and points',
    'duty: { points',
    'duty: { value: 0.1, points',
    '{ value: 0.1, points',
    'has both of "value" and "points"',
  ],
  [
    'neither value nor points',
    'duty: { value: 0.2, unit',
    'duty: { unit',
    '{ unit',
    'has neither of "value" and "points"',
  ],
  ['a place off the globe', 'lat: 33,', 'lat: 133,', '133', 'must be at most 90, not 133'],
  ['infinity', 'value: 45', 'value: .inf', '.inf', 'must be a number'],
  [
    'an entry twice',
    'corridors:\n',
    'corridors:\n  river: { name: Road }\n',
    'river: { name: River road }',
    '"river" stands twice',
  ],
];

describe('a slip in a world file is reported where it stands', () => {
  test.each(slips)('%s', async (_, from, to, token, words, also = 0) => {
    expect(tinyWorld).toContain(from);
    const text = tinyWorld.replace(from, to);
    const shelf = makeShelves({ 'worlds/tiny/world.yaml': text });
    const problems = await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/tiny')));
    expect(problems).toHaveLength(also + 1);
    const mine = problems.find((problem) => problem.includes(words));
    expect(mine).toContain(`worlds/tiny/world.yaml:${placeIn(text, token)}: `);
  });

  test.each([
    [
      'an unknown parameter',
      '  patron.transfer:',
      '  patron.transfers:',
      'patron.transfers',
      'Did you mean "patron.transfer"?',
    ],
    [
      'an entity parameter',
      'parameters:\n',
      'parameters:\n  posts.bridge.open: { value: 1, unit: share, low: 1, high: 1, confidence: assumption }\n',
      'posts.bridge.open',
      'It stands with its entity: posts, bridge, key "open"',
    ],
    [
      'a switch half on',
      'need.enabled: { value: 0,',
      'need.enabled: { value: 0.7,',
      '0.7',
      'neither 0 (off) nor 1 (on)',
    ],
    [
      'half a trading house',
      'houses.count: { value: 10,',
      'houses.count: { value: 10.5,',
      '10.5',
      'no whole number',
    ],
  ])('%s', async (_, from, to, token, words) => {
    const text = tinyParameters.replace(from, to);
    const shelf = makeShelves({ 'worlds/tiny/parameters.yaml': text });
    const problems = await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/tiny')));
    const mine = problems.find((problem) => problem.includes(`parameters.yaml:${placeIn(text, token)}: `));
    expect(mine).toContain(words);
  });

  test('a parameter without a value, with its meaning and unit', async () => {
    const text = tinyParameters.replace(/ {2}patron\.transfer:.*\n/, '');
    const shelf = makeShelves({ 'worlds/tiny/parameters.yaml': text });
    const problems = await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/tiny')));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^worlds\/tiny: Parameter "patron\.transfer" \(transfer to all.*in usd_per_month\.$/,
    );
  });

  test('the same entry in two files, with both places', async () => {
    const shelf = makeShelves({
      'worlds/tiny/more.yaml': 'title: Again\ncorridors:\n  river: { name: Road }\n',
    });
    const problems = await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/tiny')));
    expect(problems).toHaveLength(2);
    expect(problems.join('\n')).toContain(
      `world.yaml:1:1: "title" already stands in worlds/tiny/more.yaml:1:1`,
    );
    expect(problems.join('\n')).toContain(
      `world.yaml:${placeIn(tinyWorld, 'river: { name')}: "corridors.river" already stands in worlds/tiny/more.yaml:3:3`,
    );
  });

  test('a folder without files, and a world without its parts', async () => {
    const shelf = makeShelves({ 'worlds/bare/world.yaml': 'about: nothing\n' });
    expect(await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/none')))).toContain(
      'worlds/none: A world is a folder of YAML files; there is none here.',
    );
    const bare = await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/bare')));
    for (const name of ['title', 'patron', 'government', 'factions', 'goods', 'crossings', 'destinations'])
      expect(bare.some((problem) => problem.includes(`gives "${name}"`))).toBe(true);
  });

  test('three slips in two files are reported together', async () => {
    const shelf = makeShelves({
      'worlds/tiny/world.yaml': tinyWorld
        .replace('knd', 'kind')
        .replace('unit: days', 'unit: months')
        .replace('suoth', '')
        .replace('corridor: river', 'corridor: rivr'),
      'worlds/tiny/parameters.yaml': tinyParameters.replace('  patron.transfer:', '  patron.transfers:'),
    });
    const problems = await problemsOf(shelf, () => loadWorld(join(shelf, 'worlds/tiny')));
    const words = [
      'not in months',
      '"rivr" is none',
      '"patron.transfers" is no parameter',
      '"patron.transfer" (transfer',
    ];
    expect(problems).toHaveLength(words.length);
    for (const word of words) expect(problems.some((problem) => problem.includes(word))).toBe(true);
  });
});

describe('the shipped worlds', () => {
  const shipped = listWorlds('worlds').filter((id) => existsSync(join('worlds', id, 'world.yaml')));
  test.each(shipped)('%s is sound', (id) => {
    const loaded = loadWorld(join('worlds', id));
    expect(loaded.spec.id).toBe(id);
    expect(loaded.spec.crossings.length).toBeGreaterThan(1);
  });
});
