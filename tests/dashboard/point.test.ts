import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MouseReport } from '../../src/dashboard/mouse-report.ts';
import type { Size } from '../../src/dashboard/paint/line.ts';
import { point } from '../../src/dashboard/point.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { press, type ScreenState } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { focusOf } from '../../src/dashboard/views.ts';
import { panelPlaces, snapshotAt } from '../fixtures/pseudo-places.ts';

const theme = plainTheme();
const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
] as const;

function at(
  snapshot: Snapshot,
  size: Size,
  column: number,
  row: number,
  what: MouseReport['what'] = 'click',
) {
  return point(snapshot, { what, column, row }, size, theme);
}

/** The state after a click on the first letter of a text, where it first stands on the screen. */
function clickOn(text: string, snapshot: Snapshot, size: Size): ScreenState {
  const lines = screen(snapshot, size, theme).map(plainLine);
  const rows = lines.flatMap((line, row) => (line.includes(text) ? [row] : []));
  expect(rows.length, `${text} in\n${lines.join('\n')}`).toBeGreaterThan(0);
  return at(snapshot, size, lines[rows[0]].indexOf(text), rows[0]);
}

/** What Enter leads to from there. */
function openedBy(snapshot: Snapshot, state: ScreenState): ScreenState {
  return press(state, 'open', (now) => focusOf({ ...snapshot, state: now }));
}

describe.each(sizes)('a click at $columns x $rows', (size) => {
  it('on a tab opens its view', () => {
    expect(clickOn('4 Crossings', snapshotAt(100), size).view).toBe('crossings');
    expect(clickOn('6 Params', snapshotAt(100), size).view).toBe('params');
    const row = plainLine(screen(snapshotAt(100), size, theme)[1]);
    expect(at(snapshotAt(100), size, row.indexOf('model'), 1).view).toBe('run');
  });

  it('on a faction chooses it', () => {
    const snapshot = snapshotAt(100);
    const chosen = clickOn('Cedar Office  ', snapshot, size);
    expect(chosen).toMatchObject({ panel: 0, cursors: { factions: 2 } });
    expect(openedBy(snapshot, chosen).subject).toEqual({ kind: 'faction', index: 2 });
  });

  it('on a crossing of the grid, of the list and of the map chooses the same one', () => {
    const index = 9;
    const run = snapshotAt(100);
    const name = size.columns > 80 ? 'Hill Pass' : 'Hill';
    expect(openedBy(run, clickOn(name, run, size))).toMatchObject({ view: 'crossings', post: index });
    const list = snapshotAt(100, { view: 'crossings', isZoomed: true });
    expect(openedBy(list, clickOn('Hill Pass', list, size)).post).toBe(index);
    const map = snapshotAt(100, { view: 'crossings', panel: 1, isZoomed: true });
    expect(openedBy(map, clickOn('Hill Pass', map, size)).post).toBe(index);
  });

  it('on an event of the log asks about that one', () => {
    const snapshot = snapshotAt(156, { overlay: 'log' });
    expect(openedBy(snapshot, clickOn('accuses', snapshot, size)).subject).toEqual({ kind: 'event', seq: 5 });
  });

  it('on a parameter, a rival, a rule and a cause chooses it', () => {
    const params = snapshotAt(100, { view: 'params' });
    expect(openedBy(params, clickOn('trade.imports', params, size)).subject).toMatchObject({
      name: 'trade.imports',
    });
    const rivals = snapshotAt(100, { view: 'crossings', post: 2, panel: 1, isZoomed: true });
    expect(openedBy(rivals, clickOn('Red Gate', rivals, size)).post).toBe(3);
    const causes = snapshotAt(156, { view: 'why', panel: 2, isZoomed: true });
    expect(openedBy(causes, clickOn('accuses', causes, size)).subject).toEqual({ kind: 'event', seq: 5 });
  });

  it('on a panel puts it in focus, wherever the view has it', () => {
    const snapshot = snapshotAt(100, { view: 'why' });
    expect(clickOn('By the rule', snapshot, size).panel).toBe(1);
    expect(clickOn('Events and what caused', snapshot, size).panel).toBe(2);
    expect(clickOn('Income by source', snapshotAt(100), size).panel).toBe(1);
  });
});

describe('the mouse', () => {
  const size = sizes[0];

  it('moves the cursor of the list in focus by its wheel', () => {
    const down = at(snapshotAt(100), size, 3, 3, 'wheel-down');
    expect(down.cursors.factions).toBe(1);
    expect(at({ ...snapshotAt(100), state: down }, size, 3, 3, 'wheel-up').cursors.factions).toBe(0);
  });

  it('chooses the row that is shown there, however far the list is scrolled', () => {
    const start = snapshotAt(100, { view: 'crossings', isZoomed: true });
    const small = { columns: 80, rows: 16 };
    const snapshot = { ...start, state: { ...start.state, cursors: { posts: 12 } } };
    expect(openedBy(snapshot, clickOn('Canal Post', snapshot, small)).post).toBe(13);
  });

  it('does nothing while something is typed or chosen, nor behind help, nor where nothing can be drawn', () => {
    const start = snapshotAt(100);
    for (const over of [
      { typing: { what: 'filter', text: '', list: 'factions' } },
      { isExporting: true },
      { overlay: 'help' },
    ] as const) {
      const snapshot = { ...start, state: { ...start.state, ...over } };
      expect(at(snapshot, size, 10, 6)).toBe(snapshot.state);
    }
    expect(at(start, { columns: 40, rows: 10 }, 5, 5)).toBe(start.state);
    expect(at({ ...start, record: undefined }, size, 10, 6)).toBe(start.state);
  });

  it('never leaves the lists, at any cell of any view at any size', () => {
    const cell = fc.record({ column: fc.nat(230), row: fc.nat(70) });
    const wide = fc.record({
      columns: fc.integer({ min: 1, max: 220 }),
      rows: fc.integer({ min: 1, max: 70 }),
    });
    const places = fc.constantFrom(...Object.values(panelPlaces));
    fc.assert(
      fc.property(cell, wide, places, fc.boolean(), ({ column, row }, now, place, isZoomed) => {
        const snapshot = snapshotAt(100, { ...place, isZoomed });
        const state = at(snapshot, now, column, row);
        const { list, targets } = focusOf({ ...snapshot, state });
        expect(state.cursors[list] ?? 0).toBeGreaterThanOrEqual(0);
        expect(state.cursors[list] ?? 0).toBeLessThan(Math.max(1, targets.length));
      }),
      { numRuns: 300 },
    );
  });
});
