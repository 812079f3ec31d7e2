import { describe, expect, it } from 'vitest';
import { screen } from '../../src/dashboard/screen.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { experiment } from '../fixtures/pseudo-places.ts';
import { everythingShown, sizes } from './everything-shown.ts';
import { otherScreens } from './other-screens.ts';

const text = (name: string, glyphs: 'ascii' | 'block' | 'braille'): string =>
  sizes.flatMap((size) => screen(everythingShown[name], size, plainTheme(glyphs)).map(plainLine)).join('\n');

describe('check 10: glyphs', () => {
  it.each(Object.keys(everythingShown))('ASCII is pure, and blocks are no braille: %s', (name) => {
    expect(text(name, 'ascii')).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text(name, 'block')).not.toMatch(/[\u2800-\u28ff]/);
  });

  it.each(Object.entries(otherScreens))('ASCII is pure, and blocks are no braille: %s', (_, draw) => {
    for (const size of sizes) {
      for (const line of draw(size, plainTheme('ascii'))) expect(plainLine(line)).toMatch(/^[\x20-\x7e]*$/);
      for (const line of draw(size, plainTheme('block')))
        expect(plainLine(line)).not.toMatch(/[\u2800-\u28ff]/);
    }
  });

  it('ASCII stays pure whatever names a world file has', () => {
    const { world } = experiment;
    const odd = ['Été 漢字', 'لواء', '👍🏽🇮🇶', 'a\u001b[31mb'];
    const rename = <Named extends { readonly name: string }>(list: readonly Named[]): readonly Named[] =>
      list.map((each, at) => ({ ...each, name: odd[at % odd.length] }));
    const hostile = {
      ...experiment,
      world: {
        ...world,
        factions: rename(world.factions),
        crossings: rename(world.crossings),
        posts: rename(world.posts),
      },
    };
    for (const snapshot of Object.values(everythingShown))
      for (const line of screen({ ...snapshot, experiment: hostile }, sizes[2], plainTheme('ascii')))
        expect(plainLine(line)).toMatch(/^[\x20-\x7e]*$/);
  });

  it('would notice: with braille there is braille', () => {
    expect(text('run', 'braille')).toMatch(/[\u2800-\u28ff]/);
  });
});
