import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findStudy, kindOfFile } from '../../src/scenario/find-study.ts';
import { listStudies } from '../../src/scenario/study-card.ts';

const shelf = mkdtempSync(join(tmpdir(), 'cards-'));
const [own, shipped] = ['own/studies', 'shipped/studies'].map((name) => join(shelf, name));
const varied = 'vary: { pact.cohesion: { range: [0, 1] }, pact.division: { range: [1, 2] } }\n';
const files: Readonly<Record<string, string>> = {
  [join(own, 'mine.yaml')]: 'title: Mine\nquestion: Why?\nscenarios: [a, b]\nreplicates: 3\n',
  [join(own, 'twin.yaml')]: 'title: The own\nscenarios: [a]\n',
  [join(own, 'slip.yaml')]: 'scenarios: [a]\nreplicate: 3\n',
  [join(own, 'listed.yaml')]: 'scenarios: [a]\ndesign: table\nfile: points.csv\nreplicates: 2\n',
  [join(own, 'blocks.yaml')]: `scenarios: [a]\n${varied}design: saltelli\nbases: 5\n`,
  [join(own, 'steps.yaml')]: `scenarios: [a]\n${varied}design: morris\nbases: 5\n`,
  [join(own, 'points.csv')]: 'pact.cohesion\n0.1\n0.2\n0.3\n',
  [join(shipped, 'twin.yaml')]: 'title: The shipped\nscenarios: [a]\n',
  [join(shipped, 'fit.yaml')]: 'title: A fit\npriors: {}\n',
  [join(shipped, 'fit.posterior.yaml')]: 'command: maabar calibrate fit.yaml\npriors: {}\n',
  [join(shelf, 'case.yaml')]: 'title: A case\nextends: baseline\n',
};
beforeAll(() => {
  for (const folder of [own, shipped]) mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(file, text);
});
afterAll(() => rmSync(shelf, { recursive: true }));

const cards = () => listStudies([own, shipped, join(shelf, 'absent')]);
const card = (wanted: string) => cards().find(({ id }) => id === wanted);

describe('the cards of studies', () => {
  it('are of studies alone, by name, the first folder before the next', () => {
    expect(cards().map(({ id, title }) => [id, title])).toEqual([
      ['blocks', 'blocks'],
      ['listed', 'listed'],
      ['mine', 'Mine'],
      ['slip', 'slip'],
      ['steps', 'steps'],
      ['twin', 'The own'],
    ]);
  });

  it('count runs: scenarios times points times replicates', () => {
    expect(card('mine')).toMatchObject({ question: 'Why?', scenarios: 2, points: 1, replicates: 3, runs: 6 });
    expect(card('listed')).toMatchObject({ points: 3, runs: 6 });
    expect(card('blocks')).toMatchObject({ points: 20, runs: 160 });
    expect(card('steps')).toMatchObject({ points: 15, runs: 120 });
    expect(card('twin')).toMatchObject({ replicates: 8, runs: 8 });
  });

  it('say which file is wrong, and that only of it', () => {
    expect(cards().filter(({ isWrong }) => isWrong)).toMatchObject([{ id: 'slip' }]);
  });
});

describe('a file', () => {
  it('is what its keys say, else what its folder says', () => {
    writeFileSync(join(own, 'odd.yaml'), 'title: Odd\n');
    const kinds = ['mine', 'odd'].map((name) => kindOfFile(join(own, `${name}.yaml`)));
    rmSync(join(own, 'odd.yaml'));
    expect(kinds).toEqual(['study', 'study']);
    const left = ['fit', 'fit.posterior'].map((name) => kindOfFile(join(shipped, `${name}.yaml`)));
    expect(left).toEqual(['calibration', 'posterior']);
    expect(kindOfFile(join(shelf, 'case.yaml'))).toBe('scenario');
    expect(kindOfFile(join(shelf, 'absent.yaml'))).toBe('scenario');
  });

  it('is found as a study by path and by name, and a scenario is not', () => {
    const shippedDir = join(shelf, 'shipped');
    expect(findStudy('twin', shippedDir)).toBe(join(shipped, 'twin.yaml'));
    expect(findStudy(join(own, 'mine'), shippedDir)).toBe(join(own, 'mine.yaml'));
    expect(findStudy(join(shelf, 'case.yaml'), shippedDir)).toBeUndefined();
    expect(findStudy('absent', shippedDir)).toBeUndefined();
  });
});
