import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, rule } from '../../src/dashboard/paint/box.ts';
import { spreadRows } from '../../src/dashboard/paint/chart-gutter.ts';
import { eventList } from '../../src/dashboard/paint/event-list.ts';
import { factionTable } from '../../src/dashboard/paint/faction-table.ts';
import { type GlyphName, glyphsNamed } from '../../src/dashboard/paint/glyphs.ts';
import { holderGrid } from '../../src/dashboard/paint/holder-grid.ts';
import { type Line, type Size, widthOf } from '../../src/dashboard/paint/line.ts';
import { firstVisible } from '../../src/dashboard/paint/list-table.ts';
import { asciiText, safeText } from '../../src/dashboard/paint/safe-text.ts';
import { shortNames } from '../../src/dashboard/paint/short-names.ts';
import { sparkline } from '../../src/dashboard/paint/sparkline.ts';
import { shareCells, stackedBar } from '../../src/dashboard/paint/stacked-bar.ts';
import { timeChart } from '../../src/dashboard/paint/time-chart.ts';
import { timelineBar } from '../../src/dashboard/paint/timeline-bar.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { eventLog } from '../../src/figures/event-log.ts';
import { factionsFigure } from '../../src/figures/factions.ts';
import { incomeBySource } from '../../src/figures/income-by-source.ts';
import { whoHoldsWhat } from '../../src/figures/who-holds-what.ts';
import { pseudoBaseline, pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();
const { world } = experiment;
const income = incomeBySource(record, experiment.changes);
const theme = plainTheme();

const sizes = fc.record({
  columns: fc.integer({ min: 20, max: 220 }),
  rows: fc.integer({ min: 3, max: 60 }),
});
const months = fc.integer({ min: 1, max: 156 });
const glyphs = fc.constantFrom<GlyphName>('braille', 'block', 'ascii').map((name) => plainTheme(name));

function expectSize(lines: readonly Line[], size: Size): void {
  expect(lines).toHaveLength(size.rows);
  for (const line of lines) expect(widthOf(line)).toBe(size.columns);
}

describe('every painter fills exactly the size it is given', () => {
  it.each([
    ['the chart of income', (size, month, look) => timeChart(income, month, size, look)],
    [
      'the factions table',
      (size, month, look) =>
        factionTable(factionsFigure(record, world, month, 'total'), month % 9, size, look),
    ],
    ['the crossings', (size, month, look) => holderGrid(whoHoldsWhat(record, world, month), size, look)],
    [
      'the event log',
      (size, month, look) => eventList(eventLog(record, experiment, month), month % 4, size, look),
    ],
    ['the line of time', (size, month, look) => timelineBar(record, income.marks, month, size, look)],
    ['a box', (size, _, look) => box('A title that may be too long', [], size, look)],
    [
      'a rule',
      (size, _, look) => Array(size.rows).fill(rule('A title that may be too long', size.columns, look)),
    ],
  ] as [string, (size: Size, month: number, look: typeof theme) => readonly Line[]][])('%s', (_, paint) => {
    fc.assert(
      fc.property(sizes, months, glyphs, (size, month, look) => expectSize(paint(size, month, look), size)),
      { numRuns: 60 },
    );
  });
});

describe('the chart', () => {
  it('ends each line at the month with its letter and says its value beside it', () => {
    const text = timeChart(income, 40, { columns: 80, rows: 12 }, theme).map(plainLine);
    const patron = income.series.find((series) => series.letter === 'I')!;
    expect(text.join('\n')).toMatch(new RegExp(`I patron +${patron.values[39].toFixed(1)}`));
    expect(text.at(-2)).toContain('▲1');
  });

  it('says what each line gains or loses against the other run', () => {
    const baseline = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };
    const compared = incomeBySource(record, experiment.changes, baseline);
    const text = timeChart(compared, 100, { columns: 80, rows: 12 }, theme).map(plainLine).join('\n');
    const patron = compared.series.find((series) => series.letter === 'I')!;
    const lost = (patron.against![99] - patron.values[99]).toFixed(1);
    expect(text).toMatch(new RegExp(`I patron +${patron.values[99].toFixed(1)} +-${lost}`));
    expect(timeChart(compared, 40, { columns: 80, rows: 12 }, theme).map(plainLine).join('\n')).toMatch(
      /I patron +[\d.]+ +=/,
    );
  });

  it('draws nothing right of the month but marks and names', () => {
    const bare = { ...income, marks: [] };
    const lines = timeChart(bare, 1, { columns: 80, rows: 8 }, theme).map(plainLine);
    for (const line of lines.slice(0, 7)) expect(line.slice(8, 56).trim()).toBe('');
  });

  it('gives every label a row of its own, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 10 }), (wishes) => {
        const rows = spreadRows(
          [...wishes].sort((a, b) => a - b),
          10,
        );
        for (const [index, row] of rows.entries()) {
          expect(row).toBeGreaterThanOrEqual(index);
          expect(row).toBeLessThan(10);
          if (index > 0) expect(row).toBeGreaterThan(rows[index - 1]);
        }
      }),
    );
  });

  it('shows unknown values without failing', () => {
    const holes = {
      ...income,
      series: income.series.map((series) => ({ ...series, values: series.values.map(() => Number.NaN) })),
    };
    expectSize(timeChart(holes, 100, { columns: 80, rows: 9 }, theme), { columns: 80, rows: 9 });
  });
});

describe('a bar of letters', () => {
  const parts = [
    { letter: 'I', hue: 0, usd: 50 },
    { letter: 'C', hue: 1, usd: 30 },
    { letter: 'N', hue: 2, usd: 18 },
    { letter: 'X', hue: 3, usd: 1 },
    { letter: 'R', hue: 4, usd: 1 },
  ];

  it('gives each part its share of the cells', () => {
    expect(plainLine(stackedBar(parts, 100, 10, false))).toBe('IIIIICCCNN');
    expect(plainLine(stackedBar(parts, 200, 10, false))).toBe('IIICN');
  });

  it('merges what is too small into +', () => {
    expect(plainLine(stackedBar(parts, 100, 50, true))).toBe(
      `${'I'.repeat(25)}${'C'.repeat(15)}${'N'.repeat(9)}+`,
    );
  });

  it('shows nothing for nothing, and never a negative part', () => {
    expect(stackedBar([], 100, 10, false)).toEqual([]);
    expect(stackedBar([{ letter: 'I', hue: 0, usd: -5 }], 100, 10, false)).toEqual([]);
  });

  it('uses up every cell', () => {
    const usd = fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(usd, fc.nat(200), (amounts, cells) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const counts = shareCells(
          amounts.map((amount) => amount / total),
          cells,
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(cells);
        expect(counts.every((count) => count >= 0)).toBe(true);
      }),
    );
  });
});

describe('small pictures', () => {
  it('sets the newest value of a sparkline at the right edge', () => {
    expect(sparkline([0, 50, 100], 5, theme)).toBe('   ▄█');
  });

  it('does not make noise look large', () => {
    expect(sparkline([99, 100], 2, theme)).toBe('██');
  });

  it('keeps the selected row in sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(39),
        fc.integer({ min: 1, max: 20 }),
        (count, wish, visible) => {
          const selected = Math.min(wish, count - 1);
          const from = firstVisible(count, selected, visible);
          expect(selected - from).toBeGreaterThanOrEqual(0);
          expect(selected - from).toBeLessThan(visible);
        },
      ),
    );
  });

  it('shows a closed gate as x and one held by officials as -', () => {
    const grid = holderGrid(whoHoldsWhat(record, world, 73), { columns: 116, rows: 4 }, theme)
      .map(plainLine)
      .join('\n');
    expect(grid).toMatch(/Al-Sahl +Cx/);
    expect(grid).toMatch(/Red Gate +-/);
    expect(grid).toContain('inland:');
  });

  it('counts what finds no room', () => {
    const grid = holderGrid(whoHoldsWhat(record, world, 73), { columns: 30, rows: 1 }, theme)
      .map(plainLine)
      .join('');
    expect(grid).toContain('+13');
  });
});

describe('short names', () => {
  it('are different where the names are, at any width from 3', () => {
    const names = world.crossings.map((crossing) => crossing.name);
    for (let width = 3; width <= 20; width++) {
      const short = shortNames(names, width);
      expect(new Set(short).size).toBe(names.length);
      for (const name of short) expect(name.length).toBeLessThanOrEqual(width);
    }
  });

  it('drop a leading Al- before anything else', () => {
    expect(shortNames(['Al-Sahl'], 4)).toEqual(['Sahl']);
  });
});

describe('text from files', () => {
  it('cannot carry escape codes to the terminal, and keeps letters of any script', () => {
    expect(safeText('Al-Qa\u0301\u001b[2Jim 漢😀')).toBe('Al-Qá[2Jim 漢😀');
    expect(asciiText('Qá’im')).toBe('Qa?im');
    expect(asciiText('漢字')).toBe('????');
  });

  it('has glyph sets that keep their promise', () => {
    const { box: corners, heights, ...rest } = glyphsNamed('ascii');
    const all = [...corners, ...heights, ...Object.values(rest).filter((value) => typeof value === 'string')];
    for (const text of all) expect(text).toMatch(/^[\x20-\x7e]+$/);
    const block = glyphsNamed('block');
    expect([0, 1, 2, 3].map((bits) => block.cell(bits)).join('')).toBe(' ▀▄█');
  });
});
