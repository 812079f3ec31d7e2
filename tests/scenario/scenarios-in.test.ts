import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scenariosIn } from '../../src/scenario/scenarios-in.ts';

const here = mkdtempSync(join(tmpdir(), 'scenarios-in-'));
afterAll(() => rmSync(here, { recursive: true }));
mkdirSync(join(here, 'scenarios'));
mkdirSync(join(here, 'folder.yaml'));

const scenario = 'title: Mine\nextends: baseline\n';
const files = {
  'sound.yaml': scenario,
  'broken.yaml': `${scenario}changes:\n  - at: 2018-13\n    set: { a: 1 }\n`,
  'study.yaml': 'title: Many\nscenarios: [baseline]\n',
  'compose.yaml': 'version: 3\nservices: {}\n',
  'notes.txt': scenario,
  'scenarios/odd.yaml': 'titel: Misspelt\n',
  'scenarios/study.yaml': 'title: Many\nscenarios: [baseline]\n',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(here, name), text);

const found = (folder: string) => scenariosIn(folder).map(({ id, problems }) => [id, problems.length > 0]);

describe('the scenario files of a folder', () => {
  it('are those with two keys of a scenario, broken ones with their problems, and no others', () => {
    expect(found(here)).toEqual([
      ['broken', true],
      ['sound', false],
    ]);
  });

  it('are all files that are no study where the folder is called scenarios', () => {
    expect(found(join(here, 'scenarios'))).toEqual([['odd', true]]);
  });

  it('are none where there is no folder', () => {
    expect(scenariosIn(join(here, 'nowhere'))).toEqual([]);
  });
});
