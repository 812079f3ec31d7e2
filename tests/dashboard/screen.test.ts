import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameSnapshot, frameText } from '../../src/dashboard/frame.ts';
import { type GlyphName, glyphsNamed } from '../../src/dashboard/paint/glyphs.ts';
import type { Size } from '../../src/dashboard/paint/line.ts';
import { widthOf } from '../../src/dashboard/paint/line.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { press } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { chooseTheme, plainLine, plainTheme, terminalLine } from '../../src/dashboard/theme.ts';
import { revenueLines } from '../../src/model/lines.ts';
import { pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();

function snapshotAt(month: number): Snapshot {
  const { title, scenarioId } = experiment;
  return frameSnapshot({
    title,
    scenarioId,
    seed: 42,
    experiment,
    record,
    month,
    size: { columns: 80, rows: 24 },
  });
}

function textOf(snapshot: Snapshot, size: Size, glyphs: GlyphName = 'braille'): string {
  return screen(snapshot, size, plainTheme(glyphs)).map(plainLine).join('\n');
}

const bounds = { factions: 9, logEntries: 5 };
const withKey = (snapshot: Snapshot, key: 'help' | 'log' | 'order'): Snapshot => ({
  ...snapshot,
  state: press(snapshot.state, key, bounds),
});

describe('the screen', () => {
  it('is exactly as large as the terminal, at any size, month, overlay and glyphs, known or not', () => {
    const size = fc.record({
      columns: fc.integer({ min: 1, max: 220 }),
      rows: fc.integer({ min: 1, max: 70 }),
    });
    const overlay = fc.constantFrom<'none' | 'help' | 'log'>('none', 'help', 'log');
    const glyphs = fc.constantFrom<GlyphName>('braille', 'block', 'ascii');
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 1, max: 156 }),
        overlay,
        glyphs,
        fc.boolean(),
        (wanted, month, over, name, isKnown) => {
          const base = snapshotAt(month);
          const state = { ...base.state, overlay: over };
          const lines = screen(
            { ...base, state, record: isKnown ? record : undefined },
            wanted,
            plainTheme(name),
          );
          expect(lines).toHaveLength(wanted.rows);
          for (const line of lines) expect(widthOf(line)).toBe(wanted.columns);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    [60, 16],
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 60],
  ])('always says what it is, where it stands and how to leave, at %dx%d', (columns, rows) => {
    for (const snapshot of [
      snapshotAt(54),
      withKey(snapshotAt(54), 'help'),
      withKey(snapshotAt(54), 'log'),
    ]) {
      const text = textOf(snapshot, { columns, rows });
      for (const words of [
        'pseudo-cut',
        'Jun 2018',
        '54/156',
        'seed 42',
        'PAUSED',
        'model output, not data',
        '? help',
        'q quit',
      ])
        expect(text).toContain(words);
    }
  });

  it('says what it needs where it cannot be drawn', () => {
    const [first, ...rest] = textOf(snapshotAt(1), { columns: 52, rows: 14 }).split('\n');
    expect(first.trim()).toBe('needs 60x16, now 52x14');
    expect(rest.join('').trim()).toBe('');
  });

  it('keeps to ASCII, or off braille, when asked', () => {
    for (const size of [
      { columns: 80, rows: 24 },
      { columns: 120, rows: 40 },
    ])
      for (const snapshot of [snapshotAt(100), withKey(snapshotAt(100), 'help')]) {
        expect(textOf(snapshot, size, 'ascii')).toMatch(/^[\x20-\x7e\n]*$/);
        expect(textOf(snapshot, size, 'block')).not.toMatch(/[\u2800-\u28ff]/);
      }
  });

  it('names factions and lines by letters without any colour', () => {
    const text = textOf(snapshotAt(100), { columns: 120, rows: 40 });
    for (const { letter, name } of revenueLines) expect(text).toContain(`${letter} ${name}`);
    for (const [index, { name }] of experiment.world.factions.entries())
      expect(text).toContain(`${'ABCDEFGHI'[index]} ${name.slice(0, 20)}`);
  });

  it('writes no colour where NO_COLOR is set, and no escape at all into a file', () => {
    const mono = chooseTheme({ NO_COLOR: '1' }, 'auto');
    const lines = screen(snapshotAt(100), { columns: 120, rows: 40 }, mono).map((line) =>
      terminalLine(line, mono),
    );
    expect(lines.join('')).toContain('\u001b[1m');
    expect(lines.join('')).not.toMatch(/\u001b\[[\d;]*\b(3[0-8]|4[0-8]|9[0-7])\b/);
    const { title, scenarioId } = experiment;
    const frame = frameText({
      title,
      scenarioId,
      seed: 42,
      experiment,
      record,
      month: 100,
      size: { columns: 80, rows: 24 },
    });
    expect(frame).not.toContain('\u001b');
  });

  it('shows the same characters in colour as without', () => {
    const look = chooseTheme({}, 'auto');
    const strip = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '');
    for (const line of screen(snapshotAt(100), { columns: 80, rows: 24 }, look))
      expect(strip(terminalLine(line, look))).toBe(plainLine(line));
  });

  it('sorts by income when asked', () => {
    const title = (snapshot: Snapshot): string => textOf(snapshot, { columns: 80, rows: 24 }).split('\n')[2];
    expect(title(snapshotAt(10))).toContain('o: by income');
    expect(title(withKey(snapshotAt(10), 'order'))).toContain('by income, o: file order');
  });

  it('tells of work behind it', () => {
    const text = textOf(
      { ...snapshotAt(10), status: 'tables: 3 of 20 replicates' },
      { columns: 120, rows: 40 },
    );
    expect(text).toContain('tables: 3 of 20 replicates');
  });
});

describe('the theme', () => {
  it('is light where the terminal says so, dark else, mono where colour is refused', () => {
    expect(chooseTheme({ COLORFGBG: '0;15' }, 'auto').colour).toBe('light');
    expect(chooseTheme({ COLORFGBG: '15;default;0' }, 'auto').colour).toBe('dark');
    expect(chooseTheme({}, 'auto').colour).toBe('dark');
    expect(chooseTheme({}, 'never').colour).toBe('mono');
    expect(chooseTheme({ TERM: 'dumb' }, 'auto').colour).toBe('mono');
  });

  it('draws with the glyphs it was given', () => {
    expect(chooseTheme({}, 'auto', 'ascii').glyphs).toBe(glyphsNamed('ascii'));
  });
});
