import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameSnapshot, frameText } from '../../src/dashboard/frame.ts';
import type { KeyAction } from '../../src/dashboard/keys.ts';
import { type GlyphName, glyphsNamed } from '../../src/dashboard/paint/glyphs.ts';
import type { Size } from '../../src/dashboard/paint/line.ts';
import { widthOf } from '../../src/dashboard/paint/line.ts';
import type { Place } from '../../src/dashboard/place.ts';
import { type Prediction, startPrediction } from '../../src/dashboard/predict/prediction.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { press } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { chooseTheme, plainLine, plainTheme, terminalLine, turnTheme } from '../../src/dashboard/theme.ts';
import { focusOf } from '../../src/dashboard/views.ts';
import { pseudoBaseline, pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';

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
    parameters: pseudoParameters(),
    size: { columns: 80, rows: 24 },
  });
}

function textOf(snapshot: Snapshot, size: Size, glyphs: GlyphName = 'braille'): string {
  return screen(snapshot, size, plainTheme(glyphs)).map(plainLine).join('\n');
}

const withKey = (snapshot: Snapshot, key: KeyAction): Snapshot => ({
  ...snapshot,
  state: press(snapshot.state, key, (state) => focusOf({ ...snapshot, state })),
});
const comparison = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };

/** Every place that can be shown. */
const places: readonly Partial<Place>[] = [
  {},
  { panel: 2 },
  { panel: 3 },
  { panel: 4 },
  { panel: 5 },
  { panel: 6 },
  { view: 'crossings' },
  { view: 'crossings', panel: 1 },
  { view: 'crossings', post: 2, panel: 4 },
  { view: 'crossings', post: 2, panel: 5 },
  { view: 'crossings', post: 12, panel: 1 },
  { view: 'why' },
  { view: 'why', panel: 3 },
  { view: 'why', subject: { kind: 'faction', index: 4 } },
  { view: 'why', subject: { kind: 'post', index: 13 }, panel: 1 },
  { view: 'why', subject: { kind: 'event', seq: 6 } },
  { view: 'why', subject: { kind: 'change', month: 53 } },
  { view: 'why', subject: { kind: 'parameter', name: 'patron.transfer' } },
  { view: 'params' },
  { view: 'params', panel: 1 },
];
const change = { window: { first: 53, last: 76 }, label: 'transfer cut by 60%' };
const asked = startPrediction(change);
const answered = { ...asked, answers: { gains: 'nobody', pays: '', pact: 'holds' } };
const predicting = (snapshot: Snapshot, prediction: Prediction | undefined): Snapshot => ({
  ...snapshot,
  state: { ...snapshot.state, prediction },
});

const inPlace = (snapshot: Snapshot, place: Partial<Place>): Snapshot => ({
  ...snapshot,
  state: { ...snapshot.state, ...place },
});

const tabNames = ['1 Run', '2 Compare', '3 Batch', '4 Crossings', '5 Why', '6 Params'];

describe('the screen', () => {
  it('is exactly as large as the terminal, at any size, place, month, overlay and glyphs, known or not', () => {
    const size = fc.record({
      columns: fc.integer({ min: 1, max: 220 }),
      rows: fc.integer({ min: 1, max: 70 }),
    });
    const overlay = fc.constantFrom<'none' | 'help' | 'log'>('none', 'none', 'none', 'help', 'log');
    const glyphs = fc.constantFrom<GlyphName>('braille', 'block', 'ascii');
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 1, max: 156 }),
        overlay,
        glyphs,
        fc.constantFrom('known', 'known', 'compared', 'unknown'),
        fc.constantFrom(...places),
        fc.boolean(),
        fc.constantFrom(undefined, undefined, asked, answered),
        (wanted, month, over, name, known, place, isZoomed, prediction) => {
          const placed = inPlace(snapshotAt(month), { ...place, overlay: over, isZoomed });
          const base = predicting(placed, prediction);
          const snapshot = {
            ...base,
            record: known === 'unknown' ? undefined : record,
            comparison: known === 'compared' ? comparison : undefined,
          };
          const lines = screen(snapshot, wanted, plainTheme(name));
          expect(lines).toHaveLength(wanted.rows);
          for (const line of lines) expect(widthOf(line)).toBe(wanted.columns);
        },
      ),
      { numRuns: 400 },
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
      ...places.map((place) => inPlace(snapshotAt(54), place)),
      predicting(snapshotAt(54), asked),
      predicting(snapshotAt(54), { ...answered, window: { first: 53, last: 54 } }),
      withKey(snapshotAt(54), 'zoom'),
      withKey(snapshotAt(54), 'filter'),
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
      const tabs = columns < 70 ? ['1', '2', '3', '4', '5', '6'] : tabNames;
      for (const tab of tabs) expect(text.split('\n')[1]).toContain(tab);
    }
  });

  it('says what it needs where it cannot be drawn', () => {
    const [first, ...rest] = textOf(snapshotAt(1), { columns: 52, rows: 14 }).split('\n');
    expect(first.trim()).toBe('needs 60x16, now 52x14');
    expect(rest.join('').trim()).toBe('');
  });

  it('asks and answers in ASCII, or off braille, when asked', () => {
    for (const prediction of [asked, answered]) {
      const snapshot = predicting(snapshotAt(100), prediction);
      const size = { columns: 80, rows: 24 };
      expect(textOf(snapshot, size, 'ascii')).toMatch(/^[\x20-\x7e\n]*$/);
      expect(textOf(snapshot, size, 'block')).not.toMatch(/[\u2800-\u28ff]/);
    }
  });

  it('writes no escape at all into a file', () => {
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

describe('names from files', () => {
  const named = (name: string): Snapshot => {
    const { world } = experiment;
    const factions = world.factions.map((faction, index) => (index === 0 ? { ...faction, name } : faction));
    const crossings = world.crossings.map((post, index) => (index === 0 ? { ...post, name } : post));
    return { ...snapshotAt(100), experiment: { ...experiment, world: { ...world, factions, crossings } } };
  };
  const size = { columns: 120, rows: 40 };

  it.each(['漢字漢字漢字', 'e\u0301te\u0301', 'لواء', '👍🏽🇮🇶👩‍👩‍👧', 'a\u001b[31mb\nc\u200d'])(
    'do not break the columns: %j',
    (name) => {
      for (const place of places)
        for (const line of screen(inPlace(named(name), place), size, plainTheme())) {
          expect(widthOf(line)).toBe(size.columns);
          const text = plainLine(line);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          if (text.startsWith('│')) expect(text).toMatch(/[│╮╯]$/);
        }
    },
  );

  it('are shown as they are written, and in ASCII as far as letters go', () => {
    expect(textOf(named('漢字 été'), size)).toContain('漢字 été');
    expect(textOf(named('漢字 été'), size, 'ascii')).toContain('???? ete');
  });
});

describe('the views', () => {
  const size = { columns: 160, rows: 40 };
  const at = (place: Partial<Place>): string =>
    textOf(inPlace({ ...snapshotAt(100), comparison }, place), size);

  it('place every crossing on the map once, with the letter of its holder', () => {
    const text = textOf(inPlace(snapshotAt(100), { view: 'crossings', panel: 1, isZoomed: true }), size);
    for (const name of ['North Bridge A', 'Red Gate -', 'Canal Post B', 'Umm Delta Nort F'])
      expect(text.split(name)).toHaveLength(2);
    for (const name of ['o Capital', 'OVER THERE', 'BEYOND HILLS']) expect(text).toContain(name);
  });

  it('tell of one crossing who takes what, its rivals, and where its traffic went', () => {
    const text = at({ view: 'crossings', post: 2 });
    expect(text).toContain('Cedar Office');
    expect(text).toContain('Rivals: Road, on its road');
    expect(text).toContain('Closed Jan 2020: where its traffic went');
  });

  it('ask why of a faction: its lines, on last month and on the other run, and their rules', () => {
    const text = at({ view: 'why', subject: { kind: 'faction', index: 0 } });
    expect(text).toContain('What moved: Alder Brigade, Apr 2022');
    expect(text).toMatch(/in a month +on other moved by rules/);
    expect(text).toMatch(/I patron +\$\d+k +[-+=$.\dk]+ +-\$\d+k patron, neighbours, flows/);
  });

  it('ask why of an event back to its root', () => {
    const text = at({ view: 'why', subject: { kind: 'event', seq: 6 } });
    const rows = [
      'takes from its co-owners',
      '└─Birch Network accuses Elm Ring',
      '  └─Elm Ring settles with',
    ];
    const found = rows.map((row) => text.split('\n').findIndex((line) => line.includes(row)));
    expect(found[0]).toBeGreaterThan(0);
    expect(found).toEqual([found[0], found[0] + 1, found[0] + 2]);
  });

  it('say of a parameter its value, grade, source and what changed it', () => {
    const text = at({ view: 'why', subject: { kind: 'parameter', name: 'patron.transfer' } });
    for (const words of [
      'Value in Apr 2022: 400',
      'Grade assumption',
      'transfer cut by 60%',
      'baseline * 0.4',
    ])
      expect(text).toContain(words);
    expect(at({ view: 'params' })).toMatch(/patron\.transfer +400 \*/);
  });

  it('filter the list in focus only', () => {
    const base = inPlace(snapshotAt(100), { view: 'params' });
    const text = textOf({ ...base, state: { ...base.state, filters: { parameters: 'need' } } }, size);
    expect(text).toContain('need.sensitivity');
    expect(text).not.toContain('trade.imports');
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

  it('turns by key, but never to colour that was refused', () => {
    const dark = chooseTheme({}, 'auto');
    expect([1, 2, 3].map((turns) => turnTheme(dark, 0, turns).colour)).toEqual(['light', 'mono', 'dark']);
    expect(turnTheme(dark, 2, 0).glyphs.name).toBe('ascii');
    expect(turnTheme(chooseTheme({ NO_COLOR: '1' }, 'auto'), 0, 1).colour).toBe('mono');
    expect(chooseTheme({}, 'auto', 'braille', 'light').colour).toBe('light');
  });

  it('draws with the glyphs it was given', () => {
    expect(chooseTheme({}, 'auto', 'ascii').glyphs).toBe(glyphsNamed('ascii'));
  });
});
