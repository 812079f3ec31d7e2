import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/engine/problem.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadStudy } from '../../src/scenario/load-study.ts';
import { listWorlds, readWorld } from '../../src/scenario/load-world.ts';
import { readingOf } from '../../src/scenario/misread-name.ts';

const folder = mkdtempSync(join(tmpdir(), 'misread-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function problemsOf(load: Promise<unknown>): Promise<readonly string[]> {
  try {
    await load;
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

const misread: Readonly<Record<string, readonly string[]>> = {
  'a number': ['2024', '1e5', '1E-5', '-3', '+1.5', '.5', '7.', '0x1f', '50%', 'inf', 'Infinity', '-inf'],
  missing: ['nan', 'NaN', 'na', 'NA', 'n/a', 'null', 'NULL', 'none', '#N/A', '1.#IND'],
  'true or false': ['true', 'FALSE', 't', 'F'],
  'a date': ['2018-05', '2018-05-01', '1-2', 'mar-5', 'march1', 'sept2', '2-dec'],
};

describe('a name that programs read as something else', () => {
  it.each(Object.entries(misread))('is known for %s', (reading, names) => {
    expect(names.map((name) => [name, readingOf(name)])).toEqual(names.map((name) => [name, reading]));
  });

  it('is none of those with a word in it, nor any that is shipped', () => {
    const plain = ['case-2024', 'nanny', 'information', 'e5', 'r-7f3a91c2', 'p-0', 'maroon-5', 'truth', 'tt'];
    const shipped = listWorlds('worlds').flatMap((id) => {
      const { spec } = readWorld(join('worlds', id)).world;
      return [id, ...[spec.factions, spec.crossings, spec.posts, spec.goods].flat().map((each) => each.id)];
    });
    expect(shipped.length).toBeGreaterThan(30);
    expect([...plain, ...shipped].filter((name) => readingOf(name) !== undefined)).toEqual([]);
  });
});

describe('a file of such a name', () => {
  it.each(['2024', '1e5', 'nan', 'na', 'null', 'true', 'inf', '2018-05'])(
    '%s.yaml is no scenario',
    async (id) => {
      const file = write(`${id}.yaml`, 'title: A year\nextends: two-gates\n');
      const reading = readingOf(id) === 'missing' ? 'a missing value' : readingOf(id);
      expect(await problemsOf(loadScenario(file))).toEqual([
        `The name "${id}" looks like ${reading}: spreadsheets, R or pandas would read it as that, not as text, in every table. Rename the file, with a word first: case-${id}.yaml.`,
      ]);
    },
  );

  it('is no study, nor is one that is so called', async () => {
    const unnamed = write('2025.yaml', 'scenarios: [two-gates]\n');
    const named = write('plain.yaml', 'name: "1e5"\nscenarios: [two-gates]\n');
    expect(await problemsOf(loadStudy({ file: unnamed }))).toEqual([
      expect.stringContaining('Give the study another "name", with a word first: study-2025.'),
    ]);
    expect(await problemsOf(loadStudy({ file: named }))).toEqual([
      expect.stringMatching(/^The name "1e5" looks like a number: /),
    ]);
  });

  it('is not wrong where the study has a name of its own', async () => {
    const file = write('2026.yaml', 'name: the-year\nscenarios: [two-gates]\nmonths: 3\n');
    expect((await loadStudy({ file })).name).toBe('the-year');
  });

  it('is told of once where scenarios alone are a study', async () => {
    const file = write('2027.yaml', 'title: A year\nextends: two-gates\n');
    expect((await problemsOf(loadStudy({ scenarios: [file] }))).length).toBe(1);
  });
});

describe('a table of points with numbers where names should stand', () => {
  it('is told that its first line names parameters', async () => {
    write('points.csv', '0.2,0.9\n0.3,0.8\n');
    const file = write('table.yaml', 'scenarios: [two-gates]\ndesign: table\nfile: points.csv\n');
    expect((await problemsOf(loadStudy({ file })))[0]).toBe(
      'The column name "0.2" looks like a number: spreadsheets, R or pandas would read it as that, not as text, in every table. The first line must name a parameter in each column.',
    );
  });
});

describe('an id of such a form in a world', () => {
  it('is told of, and a world that is so called', () => {
    const home = join(folder, 'inf');
    mkdirSync(home);
    const capitals = '  nan: { name: Nan }\n  "2024": { name: The year }\n  North_1: { name: North }\n';
    writeFileSync(join(home, 'world.yaml'), `title: Small\ncorridors:\n${capitals}`);
    const found = readWorld(home).problems.map(({ line, message }) => `${line} ${message}`);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^3 The id "nan" looks like a missing value: .* Put a word first: the-nan\.$/),
        expect.stringMatching(/^4 The id "2024" looks like a number: /),
        expect.stringMatching(/^5 "North_1" is no valid id: /),
        expect.stringMatching(/The name "inf" looks like a number: .* Rename the folder/),
      ]),
    );
  });
});
