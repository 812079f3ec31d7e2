import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screen } from '../../src/dashboard/screen.ts';
import { chooseTheme, plainLine, terminalLine } from '../../src/dashboard/theme.ts';
import { factionLetter } from '../../src/figures/words.ts';
import { revenueLines } from '../../src/model/lines.ts';
import { experiment } from '../fixtures/pseudo-places.ts';
import { everythingShown, sizes } from './everything-shown.ts';
import { otherScreens } from './other-screens.ts';

/** SGR parameters of a colour in front or behind, of 8, 16, 256 or all. */
const colour = /\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/;

describe('check 8: NO_COLOR', () => {
  const mono = chooseTheme({ NO_COLOR: '1' }, 'auto');

  it.each(Object.keys(everythingShown))('leaves no colour in %s', (name) => {
    for (const size of sizes) {
      const lines = screen(everythingShown[name], size, mono).map((line) => terminalLine(line, mono));
      expect(lines.join('\n')).not.toMatch(colour);
    }
  });

  it.each(Object.entries(otherScreens))('leaves no colour in %s', (_, draw) => {
    for (const size of sizes) {
      const lines = draw(size, mono).map((line) => terminalLine(line, mono));
      expect(lines.join('\n')).not.toMatch(colour);
    }
  });

  it('would notice one: in colour every view has some', () => {
    const dark = chooseTheme({}, 'auto');
    for (const snapshot of Object.values(everythingShown))
      expect(
        screen(snapshot, sizes[2], dark)
          .map((line) => terminalLine(line, dark))
          .join(''),
      ).toMatch(colour);
    for (const draw of Object.values(otherScreens))
      expect(
        draw(sizes[2], dark)
          .map((line) => terminalLine(line, dark))
          .join(''),
      ).toMatch(colour);
  });

  it('takes no character away: what colour shows stands in letters too', () => {
    for (const theme of ['dark', 'light'] as const) {
      const coloured = chooseTheme({}, 'auto', 'braille', theme);
      for (const snapshot of Object.values(everythingShown))
        expect(screen(snapshot, sizes[2], mono).map(plainLine)).toEqual(
          screen(snapshot, sizes[2], coloured).map(plainLine),
        );
      for (const draw of Object.values(otherScreens))
        expect(draw(sizes[2], mono).map(plainLine)).toEqual(draw(sizes[2], coloured).map(plainLine));
    }
  });

  it('the golden frame has each faction and each source of income by its letter', () => {
    const frame = readFileSync(join(import.meta.dirname, '../frames/run-120x40-mono.txt'), 'utf8').replace(
      /‹[\d;]*›/g,
      '',
    );
    for (const { letter, name } of revenueLines) expect(frame).toContain(`${letter} ${name}`);
    for (const [index, { name }] of experiment.world.factions.entries())
      expect(frame).toContain(`${factionLetter(index)} ${name.slice(0, 20)}`);
  });
});
