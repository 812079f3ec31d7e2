import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpLines } from '../../src/dashboard/help.ts';
import { helpKeys } from '../../src/dashboard/help-keys.ts';
import { readKeys } from '../../src/dashboard/keys.ts';
import { widthOf } from '../../src/dashboard/paint/line.ts';
import { startState } from '../../src/dashboard/screen-state.ts';
import { tabs } from '../../src/dashboard/tabs.ts';
import { chooseTheme } from '../../src/dashboard/theme.ts';
import { viewHelp } from '../../src/dashboard/view-help.ts';

const theme = chooseTheme({ TERM: 'xterm-256color' }, 'never');
const views = tabs.map(({ view }) => view);

function textOf(view: (typeof views)[number], columns: number, rows: number): string {
  const lines = helpLines({ columns, rows }, theme, startState(1, 12, view));
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

describe('the help of a view', () => {
  it.each(views)('says every key of %s on 80x24, with how to read it', (view) => {
    const text = textOf(view, 80, 20);
    for (const [key, meaning] of helpKeys(view)) expect(text).toContain(`${key.padEnd(11)}${meaning}`);
    expect(text.replace(/\s+/g, ' ')).toContain(viewHelp(view, false)[0]);
  });

  it.each(views)('says every key of %s on 60x16, but for those of the line of hints', (view) => {
    const text = textOf(view, 60, 12);
    const keys = helpKeys(view).slice(0, -1);
    for (const [key, meaning] of keys) expect(text).toContain(` ${key} ${meaning} `);
  });

  it('names only keys that ask for something', () => {
    const named = views.flatMap((view) => helpKeys(view)).flatMap(([key]) => key.split(' '));
    for (const key of named.filter((each) => each.length === 1))
      expect(readKeys(key).actions, key).toHaveLength(1);
  });

  it('never breaks a sentence off, and is exactly as large as asked', () => {
    const size = fc.record({
      columns: fc.integer({ min: 30, max: 220 }),
      rows: fc.integer({ min: 3, max: 60 }),
    });
    fc.assert(
      fc.property(size, fc.constantFrom(...views), ({ columns, rows }, view) => {
        const lines = helpLines({ columns, rows }, theme, startState(1, 12, view));
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(widthOf(line)).toBe(columns);
        const text = textOf(view, columns, rows).replace(/\s+/g, ' ');
        for (const sentence of viewHelp(view, false))
          if (text.includes(sentence.slice(0, 20))) expect(text).toContain(sentence);
      }),
    );
  });
});
