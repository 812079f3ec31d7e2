import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlyphName } from '../../src/dashboard/paint/glyphs.ts';
import { widthOf } from '../../src/dashboard/paint/line.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { tollPanel } from '../../src/dashboard/toll-panel.ts';
import { pseudoPalette } from '../fixtures/pseudo-laboratory.ts';
import { snapshotAt } from '../fixtures/pseudo-places.ts';
import { pseudoTolls } from '../fixtures/pseudo-tolls.ts';

const shown = snapshotAt(100, { view: 'crossings', post: 2 });

function textOf(snapshot: Snapshot, columns = 76, rows = 20, glyphs: GlyphName = 'braille'): string {
  return tollPanel(snapshot, 2).paint({ columns, rows }, plainTheme(glyphs)).map(plainLine).join('\n');
}

describe('the panel of other tolls', () => {
  it('is exactly as large as its room, at any size, with any characters', () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 0, max: 220 }),
      rows: fc.integer({ min: 0, max: 60 }),
    });
    const glyphs = fc.constantFrom<GlyphName>('braille', 'block', 'ascii');
    const parts = fc.constantFrom(0, 0.3, 1);
    fc.assert(
      fc.property(sizes, glyphs, parts, (size, name, part) => {
        const snapshot = { ...shown, tolls: pseudoTolls(100, 2, part) };
        const lines = tollPanel(snapshot, 2).paint(size, plainTheme(name));
        expect(lines).toHaveLength(size.rows);
        for (const line of lines) expect(widthOf(line)).toBe(size.columns);
      }),
    );
  });

  it('has a longer bar for a toll that brings more, and the month itself as a dot', () => {
    const bars = textOf(shown)
      .split('\n')
      .map((line) => line.slice(31));
    const barOf = (toll: string): string => bars.find((line) => line.includes(` ${toll} `)) ?? '';
    const length = (toll: string): number => barOf(toll).split('━').length;
    expect(length('6.3%')).toBeGreaterThan(length('3.8%'));
    expect(length('3.8%')).toBeGreaterThan(length('1.5%'));
    expect(length('7.5%')).toBeLessThan(length('6.3%') + 1);
    expect(barOf('7.5%').indexOf('●')).toBeGreaterThan(barOf('6.3%').indexOf('●'));
  });

  it.each([6, 8, 10])('keeps the price asked and the best one where only %d rows are free', (rows) => {
    const text = textOf(shown, 36, rows);
    expect(text).toMatch(/^> +3\.8%/m);
    expect(text).toMatch(/^\* +6\.3%/m);
  });

  it('is plain ASCII where that is asked', () => {
    expect(textOf(shown, 76, 20, 'ascii')).toMatch(/^[\x20-\x7e\n]*$/);
    expect(textOf(shown, 76, 20, 'ascii')).toMatch(/^.*> +3\.8% =+ *O/m);
  });
});

describe('without an answer the panel of other tolls', () => {
  it.each([
    ['closed', 'Closed in this month'],
    ['unused', 'No goods come this way'],
  ] as const)('says why there is none: %s', (kind, words) => {
    expect(textOf({ ...shown, tolls: { kind, month: 100, post: 2 } })).toContain(words);
  });

  it('asks to pause while months pass', () => {
    const player = { ...shown.state.player, isPlaying: true };
    expect(textOf({ ...shown, state: { ...shown.state, player } })).toContain('Pause (space)');
  });

  it.each([
    ['another month', pseudoTolls(99, 2)],
    ['another post', pseudoTolls(100, 3)],
    ['nothing yet', undefined],
  ])('shows no answer of %s', (_, tolls) => {
    expect(textOf({ ...shown, tolls, palette: pseudoPalette })).toMatch(/^Being worked out/);
    expect(textOf({ ...shown, tolls })).toMatch(/^Not worked out/);
  });

  it('has no numbers to export', () => {
    expect(tollPanel({ ...shown, tolls: undefined }, 2).table).toBeUndefined();
    expect(tollPanel(shown, 2).table?.().rows.length).toBe(14);
  });
});
