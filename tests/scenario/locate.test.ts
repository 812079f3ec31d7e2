import { describe, expect, test } from 'vitest';
import { locate } from '../../src/scenario/locate.ts';

describe('a YAML file that knows where its values stand', () => {
  test('months are texts as keys and as values', () => {
    const { value } = locate(
      'a.yaml',
      'at: 2018-05\npoints: { 2014-01: 1, 2014: 2 }\nwindow: 2018-06..2018-08\n',
    );
    expect(value).toEqual({ at: '2018-05', points: { '2014-01': 1, '2014': 2 }, window: '2018-06..2018-08' });
  });

  test('a path leads to the value, or to its key', () => {
    const file = locate(
      'a.yaml',
      'set:\n  patron.transfer: 5\nlist:\n  - at: 2018-05\n    set: { x: 1, y: 2 }\n',
    );
    expect(file.place(['set', 'patron.transfer'])).toEqual({ file: 'a.yaml', line: 2, column: 20 });
    expect(file.place(['set', 'patron.transfer'], 'key')).toEqual({ file: 'a.yaml', line: 2, column: 3 });
    expect(file.place(['list', 0, 'set', 'y'])).toEqual({ file: 'a.yaml', line: 5, column: 21 });
    expect(file.place(['list', 0], 'key')).toEqual({ file: 'a.yaml', line: 4, column: 5 });
  });

  test('a path that ends early leads to its last part', () => {
    const file = locate('a.yaml', 'list:\n  - at: 2018-05\n');
    expect(file.place(['list', 0, 'fade', 'half_life_months'])).toEqual({
      file: 'a.yaml',
      line: 2,
      column: 5,
    });
    expect(file.place(['absent'])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
  });

  test('a value given by an alias stands where the alias stands', () => {
    const file = locate('a.yaml', 'a: &x { b: 1 }\nc: *x\n');
    expect(file.place(['c'])).toMatchObject({ line: 2, column: 4 });
    expect(file.place(['c', 'b'])).toMatchObject({ line: 1, column: 12 });
  });

  test.each([
    ['a: 1\nb: [1, 2\n', 3, 1, 'This is no valid YAML'],
    ['a: 1\nbb: 2\na: 3\n', 3, 1, '"a" stands twice'],
    ['a: 1\n---\nb: 2\n', 2, 1, 'several YAML documents'],
    ['a: !!js/function "x"\n', 1, 4, 'Unresolved tag'],
    ['? [1, 2]\n: 3\n', 1, 3, 'This is no valid YAML'],
  ])('%j is reported at %i:%i', (text, line, column, words) => {
    const { problems } = locate('a.yaml', text);
    expect(problems[0]).toMatchObject({ file: 'a.yaml', line, column });
    expect(problems[0].message).toContain(words);
  });

  test('aliases that unfold without end, and brackets without end, are refused at once', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    const bomb = locate('a.yaml', `l0: &l0 [x, x]\n${levels.join('\n')}\n`);
    expect(bomb.value).toBeUndefined();
    expect(bomb.problems[0].message).toContain('cannot be read as YAML');
    const deep = locate('a.yaml', `a: ${'['.repeat(100_000)}`);
    expect(deep.value).toBeUndefined();
    expect(deep.problems.length).toBeGreaterThan(0);
    expect(locate('a.yaml', `a: ${'x'.repeat(2_000_001)}`).problems[0].message).toContain('longer than');
  });
});
