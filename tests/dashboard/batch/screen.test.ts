import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchScreen } from '../../../src/dashboard/batch/screen.ts';
import type { BatchSnapshot } from '../../../src/dashboard/batch/snapshot.ts';
import { batchView } from '../../../src/dashboard/batch/view.ts';
import type { GlyphName } from '../../../src/dashboard/paint/glyphs.ts';
import type { Size } from '../../../src/dashboard/paint/line.ts';
import { widthOf } from '../../../src/dashboard/paint/line.ts';
import { chooseTheme, plainLine, plainTheme, terminalLine } from '../../../src/dashboard/theme.ts';
import type { StudyState } from '../../../src/study/study-look.ts';
import { madeUpBatch } from '../../fixtures/batch-snapshot.ts';

const snapshots = [0, 1, 2, 14, 25].map(madeUpBatch);
const glyphNames = fc.constantFrom<GlyphName>('braille', 'block', 'ascii');
const anySnapshot = fc
  .record({
    base: fc.constantFrom(...snapshots),
    phase: fc.constantFrom<BatchSnapshot['phase']>(
      'running',
      'held',
      'finishing',
      'reading',
      'worked',
      'stopped',
      'finished',
      'archived',
    ),
    worker: fc.constantFrom('', 'process 7 on node'),
    residentBytes: fc.constantFrom(undefined, 2.1e8),
    notice: fc.constantFrom('', 'It cannot be played.'),
    outcome: fc.integer({ min: 0, max: 1 }),
    selected: fc.integer({ min: 0, max: 3 }),
    glyphTurns: fc.constant(0),
    themeTurns: fc.constant(0),
    overlay: fc.constantFrom<BatchSnapshot['state']['overlay']>('none', 'help'),
    isAsking: fc.boolean(),
    panel: fc.integer({ min: -6, max: 6 }),
    isZoomed: fc.boolean(),
    isExporting: fc.boolean(),
    request: fc.constant(undefined),
    seconds: fc.integer({ min: 0, max: 1e6 }),
    name: fc.string({ maxLength: 90, unit: 'grapheme' }),
  })
  .map(
    ({ base, phase, worker, residentBytes, notice, seconds, name, ...state }): BatchSnapshot => ({
      ...base,
      worker,
      residentBytes,
      notice,
      about: { ...base.about, name, folder: `output/${name}` },
      phase,
      seconds,
      state,
    }),
  );
const sizes = fc.record({
  columns: fc.integer({ min: 20, max: 220 }),
  rows: fc.integer({ min: 3, max: 60 }),
});

function textOf(snapshot: BatchSnapshot, size: Size, glyphs: GlyphName = 'braille'): string {
  return batchScreen(snapshot, size, plainTheme(glyphs)).map(plainLine).join('\n');
}

describe('the screen of a batch', () => {
  it('is exactly as large as the terminal, whatever is shown', () => {
    fc.assert(
      fc.property(anySnapshot, sizes, glyphNames, (snapshot, size, name) => {
        const lines = batchScreen(snapshot, size, plainTheme(name));
        expect(lines.length).toBe(size.rows);
        for (const line of lines) expect(widthOf(line)).toBe(size.columns);
      }),
    );
  });

  it('has panels that fill any size, also one that is too small for them', () => {
    const anySize = fc.record({
      columns: fc.integer({ min: 1, max: 220 }),
      rows: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(anySnapshot, anySize, glyphNames, (snapshot, size, name) => {
        for (const { paint } of Object.values(batchView(snapshot, snapshot.state))) {
          const lines = paint(size, plainTheme(name));
          expect(lines.length).toBe(size.rows);
          for (const line of lines) expect(widthOf(line)).toBe(size.columns);
        }
      }),
    );
  });

  it.each([
    [60, 16],
    [80, 24],
    [109, 29],
    [110, 30],
    [200, 60],
  ])('always says what it is, how to get help and how to leave, at %dx%d', (columns, rows) => {
    for (const over of [
      {},
      { overlay: 'help' },
      { panel: 3, isZoomed: true },
      { isExporting: true },
    ] as const) {
      const text = textOf({ ...snapshots[3], state: { ...snapshots[3].state, ...over } }, { columns, rows });
      for (const words of ['model output, not data', '? help', 'q quit', 'RUNNING', 'seed 42'])
        expect(text).toContain(words);
    }
  });

  it('says what it needs where it has no room', () => {
    expect(textOf(snapshots[3], { columns: 52, rows: 14 })).toContain('needs 60x16, now 52x14');
  });

  it('tells done, failed, total, pace, times, disk and the widest interval', () => {
    const text = textOf(snapshots[3], { columns: 80, rows: 24 });
    for (const words of [
      '448 of 800 runs, 2 failed (f)',
      'elapsed 0:29',
      'runs/s',
      '44 MB of runs, about 96 MB',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/left \d:\d\d to \d:\d\d/);
    expect(text).toMatch(/; widest \d+(\.\d)?%, income_\w+/);
    expect(text).toContain('Quit is safe: finished runs are on disk; the same command continues.');
  });

  it('lets the time left pass, down to nothing', () => {
    const late = { ...snapshots[3], seconds: snapshots[3].progress.seconds + 1000 };
    expect(textOf(late, { columns: 80, rows: 24 })).toContain('left 0:00 ');
  });

  it('says what goes on in a folder that it only watches, and how to go on', () => {
    const at = (phase: StudyState, columns: number): string => {
      const worker = phase === 'worked' ? 'process 4711 on lab-3' : '';
      return textOf({ ...snapshots[3], phase, worker }, { columns, rows: 24 });
    };
    expect(at('worked', 80)).toMatch(/RUNNING in another process.*worked by process 4711 on lab-3/s);
    expect(at('stopped', 120)).toContain('STOPPED: the same command continues');
    expect(at('stopped', 60)).toMatch(/STOPPED $/m);
    expect(at('stopped', 60)).toContain('Stopped: the same command continues.');
    expect(at('stopped', 80)).toContain('nobody works here; 352 runs are still to be played');
    expect(at('stopped', 200)).toContain(`Continue with: ${snapshots[3].about.goOn}`);
    expect(at('finished', 80)).toContain('FINISHED');
    for (const phase of ['reading', 'worked', 'stopped', 'finished', 'archived'] as const) {
      expect(at(phase, 80)).toMatch(/model output, not data.*\? help {2}q quit/s);
      expect(at(phase, 80)).not.toContain('space');
    }
  });

  it('says when nothing but the tables is left to be made', () => {
    expect(textOf(snapshots[4], { columns: 80, rows: 24 })).toMatch(
      /every run is kept.*their tables are being written/s,
    );
  });

  it('is pure ASCII with the ASCII glyphs, has no braille with blocks, no colour under NO_COLOR', () => {
    for (const size of [
      { columns: 80, rows: 24 },
      { columns: 120, rows: 40 },
    ]) {
      expect(textOf(snapshots[3], size, 'ascii')).toMatch(/^[\x20-\x7e\n]*$/);
      expect(textOf(snapshots[3], size, 'block')).not.toMatch(/[\u2800-\u28ff]/);
      const mono = chooseTheme({ NO_COLOR: '1' }, 'auto');
      for (const line of batchScreen(snapshots[3], size, mono))
        expect(terminalLine(line, mono)).not.toMatch(/\u001b\[(?:\d+;)*(3[0-8]|4[0-8]|9[0-7])[;m]/);
    }
  });

  it('asks, holds and finishes in words', () => {
    const base = snapshots[3];
    const size = { columns: 80, rows: 24 };
    expect(textOf({ ...base, state: { ...base.state, isAsking: true } }, size)).toContain('y stop, n go on');
    expect(textOf({ ...base, phase: 'held' }, size)).toContain('Held: runs at hand end');
    expect(textOf({ ...base, phase: 'finishing' }, size)).toContain('Ctrl-C stops at once');
  });
});
