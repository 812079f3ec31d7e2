import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { formatProblem, InvalidInput } from '../../src/engine/problem.ts';
import { parameterDeclarations } from '../../src/model/parameters.ts';

/** Folders made for the tests of one file, removed after them. */
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Two gates, one post, two factions: the smallest world that uses every key of a world file. */
export const tinyWorld = `title: Tiny
about: For tests.
patron: { name: Patron }
government: { name: State }
sources:
  smith-2020: { cite: "Smith, J. 2020. Gates. Press.", url: "https://example.org/gates" }
  jones-2021: { cite: "Jones, K. 2021. Posts. Press." }
factions:
  north:
    name: North Brigade
    registered_share: { value: 0.5, unit: share, low: 0.4, high: 0.6, confidence: assumption, note: "even split" }
    own_fighters: { value: 500, unit: persons, low: 300, high: 800, source: smith-2020, confidence: W }
    capacity: { value: 2, unit: index, low: 1, high: 3, confidence: assumption }
    patron_weight: { value: 1, unit: index, low: 1, high: 1, confidence: assumption }
    strengths:
      fuel: { value: 2, unit: ratio, low: 1, high: 3, source: [smith-2020, jones-2021], confidence: S }
  south:
    name: South Brigade
    registered_share: { value: 0.3, unit: share, low: 0.3, high: 0.3, confidence: assumption }
    own_fighters: { value: 100, unit: persons, low: 100, high: 100, confidence: assumption }
    capacity: { value: 1, unit: index, low: 1, high: 1, confidence: assumption }
    patron_weight: { value: 1, unit: index, low: 1, high: 1, confidence: assumption }
neighbours:
  east: { name: Eastland }
corridors:
  river: { name: River road }
goods:
  food:
    name: Food
    import_share: { value: 0.4, unit: share, low: 0.4, high: 0.4, confidence: assumption }
    consignment: { value: 20000, unit: usd, low: 20000, high: 20000, confidence: assumption }
    concealability: { value: 0.3, unit: share, low: 0.3, high: 0.3, confidence: assumption }
    duty: { points: { 2014-01: 0.05, 2016-03: 0.1 }, unit: share, low: 0.5, high: 2, confidence: assumption }
    delay_cost: { value: 0.001, unit: share_per_day, low: 0.001, high: 0.001, confidence: assumption }
  tobacco:
    name: Tobacco
    import_share: { value: 0.6, unit: share, low: 0.6, high: 0.6, confidence: assumption }
    consignment: { value: 50000, unit: usd, low: 50000, high: 50000, confidence: assumption }
    concealability: { value: 0.9, unit: share, low: 0.9, high: 0.9, confidence: assumption }
    duty: { value: 0.2, unit: share, low: 0.1, high: 0.3, confidence: assumption }
    delay_cost: { value: 0.001, unit: share_per_day, low: 0.001, high: 0.001, confidence: assumption }
crossings:
  upper-gate:
    name: Upper Gate
    kind: land
    place: { lon: 44, lat: 33, source: smith-2020, confidence: S }
    neighbour: east
    corridor: river
    import_share: { value: 0.3333333, unit: share, low: 0.3, high: 0.4, confidence: assumption }
    holders: { shares: { north: 0.5, south: 0.1 }, low: 0.5, high: 1.2, source: smith-2020, confidence: W }
    clearance_days: { value: 45, unit: days, low: 30, high: 60, source: smith-2020, confidence: S2 }
  lower-gate:
    name: Lower Gate
    kind: unofficial
    place: { lon: 45, lat: 32, confidence: assumption }
    neighbour: east
    corridor: river
    import_share: { value: 0.6666667, unit: share, low: 0.6, high: 0.7, confidence: assumption }
    holders: { shares: {}, confidence: assumption }
    clearance_days: { value: 10, unit: days, low: 10, high: 10, confidence: assumption }
    open: { points: { 2014-01: 1, 2015-01: 0 }, unit: share, low: 1, high: 1, confidence: assumption }
posts:
  bridge:
    name: Bridge
    place: { lon: 44.5, lat: 32.5, confidence: assumption }
    crossings: [upper-gate, lower-gate]
    destinations: [capital]
    holders: { shares: { south: 0.4 }, confidence: assumption }
destinations:
  capital:
    name: Capital
    place: { lon: 44.4, lat: 33.3, confidence: assumption }
    demand_share: { value: 1, unit: share, low: 1, high: 1, confidence: assumption }
`;

/** Every parameter that is not an entity's own, at simple numbers. */
export const tinyParameters = `parameters:
${parameterDeclarations
  .filter(({ name }) => !name.includes('*') && name !== 'patron.oil_price')
  .map(({ name, unit, min, max }) => {
    const value = { 'patron.transfer': 1000, 'houses.count': 10 }[name] ?? min;
    return `  ${name}: { value: ${value}, unit: ${unit}, low: ${value}, high: ${max}, confidence: assumption }\n`;
  })
  .join('')}  patron.oil_price:
    unit: ratio
    points: { 2014-01: 1, 2015-01: 0.4, 2016-01: 1 }
    between: linear
    low: 0.8
    high: 1.2
    source: jones-2021
    confidence: D
    note: "made up"
`;

/** The smallest scenario in the tiny world, with more lines after it. */
export function scenarioText(lines: string): string {
  return `title: A test\nworld: tiny\n${lines}`;
}

/** A new folder with the tiny world and these files; each file is a path below the folder and its text. */
export function makeShelves(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'maabar-scenario-'));
  made.push(folder);
  const all = {
    'worlds/tiny/world.yaml': tinyWorld,
    'worlds/tiny/parameters.yaml': tinyParameters,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** `line:column` of the first time a token stands in a text, counted without any YAML. */
export function placeIn(text: string, token: string, skip = 0): string {
  const offset = text.indexOf(token);
  if (offset < 0) throw new Error(`the text has no ${token}`);
  const before = text.slice(0, offset + skip).split('\n');
  return `${before.length}:${before[before.length - 1].length + 1}`;
}

/** Every problem that an action throws, as a user reads it, with the temporary folder cut from the paths. */
export async function problemsOf(folder: string, action: () => unknown): Promise<readonly string[]> {
  try {
    await action();
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''));
    throw error;
  }
  return [];
}
