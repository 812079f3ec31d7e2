import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, isStudyFolder } from '../../src/export/folder-check/check-folder.ts';
import { makeStudy } from '../fixtures/made-study.ts';

let made = '';
let folder = '';
beforeAll(async () => {
  made = (await makeStudy()).study.folder;
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checked-'));
  cpSync(made, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => rmSync(made, { recursive: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const found = () => [...checkFolder(folder)];

/** Changes the text of a file; throws where that changes nothing. */
function change(path: string, from: string | RegExp, to: string): void {
  const text = read(path);
  if (text.replace(from, to) === text) throw new Error(`${from} is not in ${path}`);
  write(path, text.replace(from, to));
}

/** Makes checksums agree again, as somebody would who edits a table and its description. */
function sign(path: string): void {
  const state = (file: string) => {
    const bytes = readFileSync(join(folder, file));
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const described = JSON.parse(read('datapackage.json'));
  for (const resource of described.resources)
    if (resource.path === path) {
      resource.bytes = state(path).bytes;
      resource.hash = `sha256:${state(path).sha256}`;
    }
  write('datapackage.json', JSON.stringify(described));
  const manifest = JSON.parse(read('manifest.json'));
  for (const file of manifest.files)
    if ([path, 'datapackage.json'].includes(file.path)) Object.assign(file, state(file.path));
  write('manifest.json', JSON.stringify(manifest));
}

describe('a study folder', () => {
  it('as it was left is whole', () => {
    expect(isStudyFolder(folder)).toBe(true);
    expect(found()).toEqual([]);
  });

  it('without chunks is whole: a finished study does without them', () => {
    rmSync(join(folder, 'chunks'), { recursive: true });
    expect(found()).toEqual([]);
  });

  it('is not any folder', () => {
    expect(isStudyFolder(join(folder, 'tables'))).toBe(false);
  });
});

describe('damaged bytes', () => {
  const firstChunk = (ending: string) =>
    readdirSync(join(folder, 'chunks')).find((name) => name.endsWith(ending))!;
  const damages: readonly (readonly [string, () => void, string, string])[] = [
    [
      'a cell that was changed',
      () => change('tables/by_month.csv', '2014-03-01', '2014-04-01'),
      'tables/by_month.csv',
      'sha256',
    ],
    [
      'a table cut short',
      () => truncateSync(join(folder, 'runs.csv'), 100),
      'runs.csv',
      'it has 100 bytes, not',
    ],
    ['a file that is gone', () => rmSync(join(folder, 'load/load.R')), 'load/load.R', 'it is not there'],
    [
      'an edited plan',
      () => change('plan.json', '"studySeed": 5', '"studySeed": 6'),
      'plan.json',
      'another plan',
    ],
    ['a missing plan', () => rmSync(join(folder, 'plan.json')), 'plan.json', 'it is not there'],
    [
      'a torn chunk',
      () => truncateSync(join(folder, 'chunks', firstChunk('.bin')), 50),
      'chunks/000000.bin',
      'another length',
    ],
    [
      'a lost receipt',
      () => rmSync(join(folder, 'chunks', firstChunk('.json'))),
      'chunks/000000.bin',
      'no receipt',
    ],
    [
      'a torn manifest',
      () => truncateSync(join(folder, 'manifest.json'), 200),
      'manifest.json',
      'cannot be read',
    ],
  ];
  it.each(damages)('%s is found', (_, damage, file, sentence) => {
    damage();
    const problems = found().filter((problem) => problem.kind === 'bytes');
    expect(problems.map((problem) => problem.file)).toEqual([file]);
    expect(problems[0].message).toContain(sentence);
  });

  it('are all told, not only the first', () => {
    rmSync(join(folder, 'load/load.R'));
    rmSync(join(folder, 'README.md'));
    expect(found().map(({ file }) => file)).toEqual(['load/load.R', 'README.md']);
  });
});

describe('content that does not hold together, though every checksum is right', () => {
  const faction = 'tables/by_faction_month.csv';
  const month = 'tables/by_month.csv';
  const swapLines = (path: string, one: number, other: number) => {
    const lines = read(path).split('\n');
    [lines[one], lines[other]] = [lines[other], lines[one]];
    write(path, lines.join('\n'));
  };
  const faults: readonly (readonly [string, string, () => void, readonly string[]])[] = [
    [
      'a row twice',
      faction,
      () => change(faction, /^(r-.*)$/m, '$1\n$1'),
      ['rows; datapackage.json says', 'row 2: another row has the same run_id, month, faction_id'],
    ],
    [
      'a run that is not in runs.csv',
      month,
      () => change(month, /^r-[0-9a-f]{12}/m, 'r-000000000000'),
      ['row 1: the run r-000000000000 is not in runs.csv'],
    ],
    [
      'runs in another order',
      month,
      () => swapLines(month, 1, 13),
      ['comes at another place than in runs.csv'],
    ],
    ['months in another order', month, () => swapLines(month, 1, 2), ['row 2: month 1 comes after month 2']],
    [
      'a key that is missing',
      faction,
      () => change(faction, /^(r-[^,]*,[^,]*,[^,]*,[^,]*,1,[^,]*),[^,]*/m, '$1,'),
      ['row 1: faction_id is missing'],
    ],
    ['a text among numbers', month, () => change(month, /[^,\n]*$/m, 'income'), ['header']],
    [
      'a number that is none',
      month,
      () => change(month, /^(r-.*,)[^,\n]*$/m, '$1n/a'),
      ['is "n/a", which is no finite number'],
    ],
    [
      'infinity',
      month,
      () => change(month, /^(r-.*,)[^,\n]*$/m, '$1Infinity'),
      ['is "Infinity", which is no finite number'],
    ],
    [
      'a day that is none',
      month,
      () => change(month, /2014-02-01/g, '2014-02-31x'),
      ['date is "2014-02-31x", which is no date like 2018-05-01 (and 4 more like it)'],
    ],
    [
      'a number below its bound',
      'runs.csv',
      () => change('runs.csv', /p-0,1,/, 'p-0,0,'),
      ['replicate is 0, below 1'],
    ],
    [
      'a word that is not allowed',
      'runs.csv',
      () => change('runs.csv', ',ok,', ',fine,'),
      ['status is "fine", not one of ok, failed'],
    ],
    [
      'a row that is too short',
      'outcomes.csv',
      () => change('outcomes.csv', /^(r-.*),[^,\n]*$/m, '$1'),
      ['cells for'],
    ],
    [
      'a quoted cell that does not end',
      'checks.csv',
      () => change('checks.csv', /\n$/, '"\n'),
      ['a quoted cell does not end'],
    ],
    [
      'a last line that does not end',
      'checks.csv',
      () => change('checks.csv', /\n$/, ''),
      ['its last line does not end'],
    ],
    [
      'a run fewer than were attempted',
      'runs.csv',
      () => {
        change('runs.csv', /^r-.*\n$/m, '');
      },
      ['datapackage.json says 6'],
    ],
  ];
  it.each(faults)('%s is found', (_, path, spoil, sentences) => {
    spoil();
    sign(path);
    const problems = found();
    expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['content']));
    for (const sentence of sentences)
      expect(problems.map(({ message }) => message).join('\n')).toContain(sentence);
  });

  it('a number of runs that the rows do not bear out is found', () => {
    change('manifest.json', '"ok": 5', '"ok": 4');
    expect(found().map(({ file }) => file)).toEqual(['outcomes.csv', 'tables/by_month.csv']);
  });

  it('tables of another version are said to be so, and not judged by this one', () => {
    change('manifest.json', '"schemaVersion": "1"', '"schemaVersion": "0"');
    expect(found().map(({ message }) => message)).toEqual([expect.stringContaining('version 0')]);
  });

  it('a study that is not finished says how much of it is there', () => {
    rmSync(join(folder, 'manifest.json'));
    rmSync(join(folder, 'chunks', '000002.json'));
    expect(found()).toEqual([
      { kind: 'content', file: 'manifest.json', message: expect.stringContaining('2 of 3 chunks are saved') },
    ]);
  });
});
