import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesScreen } from '../../../src/dashboard/choose/screen.ts';
import type { ChooseSnapshot } from '../../../src/dashboard/choose/snapshot.ts';
import { takeChooseKey } from '../../../src/dashboard/choose/state.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import { glyphNames } from '../../../src/dashboard/paint/glyphs.ts';
import { type Size, widthOf } from '../../../src/dashboard/paint/line.ts';
import { chooseTheme, plainLine, plainTheme, terminalLine } from '../../../src/dashboard/theme.ts';
import { choices, madeUpList } from '../../fixtures/choices.ts';

const small = { columns: 80, rows: 24 };

function after(keys: string, start: ChooseSnapshot = madeUpList()): ChooseSnapshot {
  const { keys: strokes } = readKeys(keys);
  const state = strokes.reduce((now, key) => takeChooseKey(now, key, start.choices), start.state);
  return { ...start, state };
}

function textOf(snapshot: ChooseSnapshot, size: Size = small): string {
  return choicesScreen(snapshot, size, plainTheme()).map(plainLine).join('\n');
}

const keys = fc.constantFrom(
  '',
  'j',
  'jj\r',
  '/slip',
  '/no such row\r',
  'o',
  'cjjc',
  '?',
  'j\r',
  'j\rjjjjj',
  '\u001b[F',
  'z',
  '\tz',
  '\t',
  'e',
);

describe('the screen of the list', () => {
  it('is exactly as large as the terminal, at any size, with any characters and after any keys', () => {
    const size = fc.record({
      columns: fc.integer({ min: 1, max: 220 }),
      rows: fc.integer({ min: 1, max: 70 }),
    });
    fc.assert(
      fc.property(
        size,
        keys,
        fc.constantFrom(...glyphNames),
        fc.boolean(),
        (given, pressed, glyphs, isHinting) => {
          const snapshot = after(pressed, madeUpList(isHinting && pressed === ''));
          const lines = choicesScreen(snapshot, given, plainTheme(glyphs));
          expect(lines).toHaveLength(given.rows);
          for (const line of lines) expect(widthOf(line)).toBe(given.columns);
          const text = lines.map(plainLine).join('\n');
          if (glyphs === 'ascii') expect(text).toMatch(/^[\x20-\x7e\n]*$/);
          if (given.columns < 60 || given.rows < 16) return;
          for (const words of ['MAABAR', 'model output, not data', '? help', 'q quit'])
            expect(text).toContain(words);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives names and questions of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const odd = { ...choices[0], name: text, title: text, question: text };
        for (const line of choicesScreen({ ...madeUpList(), choices: [odd] }, small, plainTheme()))
          expect(widthOf(line)).toBe(80);
      }),
      { numRuns: 20 },
    );
  });

  it('says of the row under the cursor what it asks and changes, and when', () => {
    const text = textOf(madeUpList());
    for (const words of [
      'Does a cut that comes in two steps hurt less',
      'Changes to calm:',
      'from the start  pact.enabled = 0',
      'May 2018 to Dec 2020  First step',
      'from Jan 2021         Second step',
      'hard; my-cut.yaml',
    ])
      expect(text).toContain(words);
    expect(textOf(after('jj'))).toContain('Changes nothing of its world.');
  });

  it('says of a broken row how many problems it has and the first, also without colour', () => {
    expect(textOf(madeUpList())).toContain('! 2 problems: "2018-13" is');
    expect(textOf(after('j\r'))).toContain('scenarios/slip.yaml:9:12: "patron.transfr" is no parameter.');
  });

  it('says of a study its runs, and that an unfinished one is to be gone on with', () => {
    expect(textOf(after('/sweep-3\r'))).toContain('3,000 runs planned: calm, cut.');
    expect(textOf(after('/older\r'))).toContain('not finished: the command that began it goes on');
  });

  it('shows marks by letters, and what Enter would compare', () => {
    const text = textOf(after('jjcjc'));
    expect(text).toMatch(/^ A calm /m);
    expect(text).toMatch(/^>B shipped-01 /m);
    expect(text).toContain('Enter compares A calm, B shipped-01');
  });

  it('has a hint of three lines on a first visit, whole at the smallest size', () => {
    const text = textOf(madeUpList(true), { columns: 60, rows: 16 });
    for (const words of ['Esc comes back.', '? help.', 'Any key ends this.']) expect(text).toContain(words);
    expect(text).toContain('my-cut');
    expect(textOf(after('d', madeUpList(true)))).not.toContain('Any key ends this.');
  });

  it('writes no colour where that was refused', () => {
    const theme = chooseTheme({ NO_COLOR: '1' }, 'auto');
    const written = choicesScreen(madeUpList(true), small, theme)
      .map((line) => terminalLine(line, theme))
      .join('');
    expect(written).not.toMatch(/\u001b\[(?:\d+;)*(3[0-8]|4[0-8]|9[0-7])[;m]/);
  });
});
