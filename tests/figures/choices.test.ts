import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choiceWords, levelWords, orderChoices, scenarioChoice } from '../../src/figures/choices.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { scenariosIn } from '../../src/scenario/scenarios-in.ts';

const shipped = scenariosIn('scenarios').map((scenario) => scenarioChoice(scenario, true));

describe('the row of a scenario', () => {
  it('has its own changes with their months and labels, and not those of what it builds on', () => {
    const row = scenarioChoice(readScenario(join('scenarios', 'maximum-pressure.yaml'), false), true);
    expect(row.changes).toEqual([{ when: 'May 2018 to Dec 2020', label: 'Maximum pressure' }]);
    expect([row.buildsOn, levelWords(row), choiceWords(row)]).toEqual([
      'baseline',
      'easy',
      'Maximum pressure, 2018-2020',
    ]);
  });

  it('is there for every shipped scenario, with a title, a question, a difficulty and no problem', () => {
    expect(shipped.length).toBeGreaterThan(20);
    for (const row of shipped) {
      expect(row.problems).toEqual([]);
      expect(levelWords(row)).toMatch(/^(easy|middling|hard)$/);
      expect(row.question.length, row.name).toBeGreaterThan(20);
    }
  });

  it('names by its parameters a change that has no label, and counts problems where there are any', () => {
    const read = readScenario(join('scenarios', 'patron-cut-only.yaml'), false);
    const changes = [{ at: '2019-02', set: { 'a.b': 1, 'c.d': '2' } }];
    const problems = [{ file: 'x.yaml', line: 3, message: 'It is empty.' }];
    const row = scenarioChoice({ ...read, written: { ...read.written, changes }, problems }, false);
    expect(row.changes).toEqual([{ when: 'from Feb 2019', label: 'a.b, c.d' }]);
    expect(choiceWords(row)).toBe('! 1 problem: It is empty.');
  });
});

describe('the order of rows', () => {
  it('puts unknown difficulty after hard, and leaves no row out', () => {
    const [first, second] = shipped;
    const rows = orderChoices(
      [
        { ...first, difficulty: null },
        { ...second, difficulty: 3 },
      ],
      'difficulty',
    );
    expect(rows.map(({ name }) => name)).toEqual([second.name, first.name]);
    expect(orderChoices(shipped, 'name')).toHaveLength(shipped.length);
  });
});
