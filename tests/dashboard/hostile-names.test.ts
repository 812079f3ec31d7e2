import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/dashboard/paint/line.ts';
import { screen } from '../../src/dashboard/screen.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { everythingShown, sizes } from '../acceptance/everything-shown.ts';
import { experiment, record } from '../fixtures/pseudo-places.ts';

/** Wide, combining, from right to left, joined, flagged, empty, endless, and out to move the cursor. */
const names = [
  '漢字漢字漢字漢字',
  'e\u0301te\u0301 a\u0308\u0323',
  'لواء الحدود',
  '👍🏽🇮🇶👩‍👩‍👧',
  'x\u001b[31m\u001b[2Jy\nz\t\u200b',
  '',
  'W'.repeat(300),
  '\u202eabc\u2066',
  'ｆｕｌｌ　ｗｉｄｔｈ',
];

const rename = <Named extends { readonly name: string }>(list: readonly Named[]): readonly Named[] =>
  list.map((each, at) => ({ ...each, name: names[at % names.length] }));

/** The snapshot in a world whose every name is one of those, with such words in its events, changes and titles. */
function hostile(snapshot: Snapshot): Snapshot {
  const { world } = experiment;
  const hostileWorld = {
    ...world,
    patronName: names[0],
    governmentName: names[4],
    factions: rename(world.factions),
    crossings: rename(world.crossings),
    posts: rename(world.posts),
    neighbours: rename(world.neighbours),
    corridors: rename(world.corridors),
    destinations: rename(world.destinations),
    goods: rename(world.goods),
  };
  const changes = experiment.changes.map((change, at) => ({
    ...change,
    label: names[at],
    why: names[at + 4],
  }));
  const events = record.events.map((event, at) => ({ ...event, note: names[at] }));
  return {
    ...snapshot,
    title: names[3],
    scenarioId: names[4],
    status: names[2],
    experiment: { ...experiment, world: hostileWorld, changes },
    record: snapshot.record && { ...record, events },
    comparison: snapshot.comparison && { ...snapshot.comparison, scenarioId: names[0] },
  };
}

describe('names from a hostile world', () => {
  it.each(Object.keys(everythingShown))('keep every column and move no cursor: %s', (shown) => {
    const snapshot = hostile(everythingShown[shown]);
    for (const size of sizes)
      for (const glyphs of ['braille', 'ascii'] as const) {
        const lines = screen(snapshot, size, plainTheme(glyphs));
        expect(lines).toHaveLength(size.rows);
        for (const line of lines) {
          expect(widthOf(line)).toBe(size.columns);
          const text = plainLine(line);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          if (text.startsWith('│')) expect(text).toMatch(/[│╮╯]$/);
        }
      }
  });
});
