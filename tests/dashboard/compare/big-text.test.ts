import { describe, expect, it } from 'vitest';
import { bigColumns, bigText } from '../../../src/dashboard/paint/big-text.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { nameMonth } from '../../../src/engine/calendar.ts';

describe('a big month', () => {
  it('has a shape for every letter and digit of every month until 2099, five rows high', () => {
    for (let month = 1; month <= 86 * 12; month++) {
      const name = nameMonth(month);
      const rows = bigText(name, plainTheme()).map(plainLine);
      expect(rows).toHaveLength(5);
      for (const [at, letter] of [...name].entries()) {
        const shape = rows.map((row) => row.slice(at * bigColumns, (at + 1) * bigColumns)).join('');
        expect(shape.trim() === '', `${name}: ${letter}`).toBe(letter === ' ');
      }
    }
  });

  it('has no two digits alike, and is written in ASCII where nothing else can be shown', () => {
    const shapes = [...'0123456789'].map((digit) =>
      bigText(digit, plainTheme('ascii')).map(plainLine).join('/'),
    );
    expect(new Set(shapes).size).toBe(10);
    expect(shapes.join('')).toMatch(/^[ #/]*$/);
  });
});
