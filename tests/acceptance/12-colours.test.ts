import { describe, expect, it } from 'vitest';
import { plainTheme, styleCodes } from '../../src/dashboard/theme.ts';
import { type Background, palettes, rgbOf } from '../../src/figures/palette.ts';
import { revenueLines } from '../../src/model/lines.ts';
import { contrast, difference, type Sight, sights } from '../fixtures/colour-difference.ts';

const behind: Readonly<Record<Background, readonly [number, number, number]>> = {
  dark: [30, 30, 30],
  light: [255, 255, 255],
};

describe.each(['dark', 'light'] as const)('check 12: colours on a %s background', (background) => {
  it.each(['lines', 'factions'] as const)('of %s can be read: contrast of at least 4.5', (list) => {
    for (const colour of palettes[background][list])
      expect(contrast(rgbOf(colour), behind[background]), `colour ${colour}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['lines', 'factions'] as const)(
    'of %s differ by CIEDE2000 of at least 12 for every kind of sight',
    (list) => {
      const colours = palettes[background][list];
      for (const sight of Object.keys(sights) as Sight[])
        for (const [index, one] of colours.entries())
          for (const other of colours.slice(index + 1))
            expect(
              difference(rgbOf(one), rgbOf(other), sight),
              `${one} and ${other}, ${sight}`,
            ).toBeGreaterThanOrEqual(12);
    },
  );

  it.each(['plain', 'dim', 'strong', 'mark', 'warn', 'selected'] as const)(
    'of %s text can be read',
    (style) => {
      const codes = styleCodes(style, { ...plainTheme(), colour: background });
      const found = /38;5;(\d+)/.exec(codes);
      // Without a colour of its own it is in the terminal's.
      if (found === null) expect(codes).toMatch(/^1?$/);
      else expect(contrast(rgbOf(Number(found[1])), behind[background])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('of the letter at a bar’s end can be read on the bar', () => {
    for (const line of palettes[background].lines.keys()) {
      const codes = styleCodes(`edge-${line}`, { ...plainTheme(), colour: background });
      const [, ink, back] = /^38;5;(\d+);48;5;(\d+)$/.exec(codes)!;
      expect(contrast(rgbOf(Number(ink)), rgbOf(Number(back))), codes).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are enough for every revenue line', () => {
    expect(palettes[background].lines.length).toBeGreaterThanOrEqual(revenueLines.length);
  });
});

describe('the difference of colours', () => {
  it('agrees with Sharma, Wu and Dalal (2005) on black and white', () => {
    expect(difference([0, 0, 0], [255, 255, 255], 'full')).toBeCloseTo(100, 1);
  });
});
