import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfMouse, pointBatch } from '../../../src/dashboard/batch/point-batch.ts';
import { batchScreen } from '../../../src/dashboard/batch/screen.ts';
import type { BatchSnapshot } from '../../../src/dashboard/batch/snapshot.ts';
import type { Size } from '../../../src/dashboard/paint/line.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { madeUpBatch } from '../../fixtures/batch-snapshot.ts';

const theme = plainTheme();
const running = madeUpBatch(14);
const small = { columns: 80, rows: 24 };
const sizes = [small, { columns: 120, rows: 40 }, { columns: 200, rows: 60 }] as const;

function at(snapshot: BatchSnapshot, size: Size, column: number, row: number) {
  return pointBatch(snapshot, { what: 'click', column, row }, size, theme);
}

/** The state after a click on the first letter of a text, where it first stands on the screen. */
function clickOn(text: string, snapshot: BatchSnapshot, size: Size) {
  const lines = batchScreen(snapshot, size, theme).map(plainLine);
  const row = lines.findIndex((line) => line.includes(text));
  expect(row, text).toBeGreaterThan(0);
  return at(snapshot, size, lines[row].indexOf(text), row);
}

describe.each(sizes)('a click on the screen of a study at $columns x $rows', (size) => {
  it('on a scenario selects it', () => {
    expect(clickOn('snapback  ', running, size)).toMatchObject({ panel: 0, selected: 3 });
    expect(clickOn('maximum-pressure', running, size).selected).toBe(1);
  });

  it('on a panel puts it in focus and leaves the scenario', () => {
    const chosen = { ...running, state: { ...running.state, selected: 2 } };
    expect(clickOn('Mean against runs', chosen, size)).toMatchObject({ panel: 1, selected: 2 });
    expect(clickOn('Spread of', chosen, size)).toMatchObject({ panel: 2, selected: 2 });
  });
});

describe('the mouse on the screen of a study', () => {
  it('is the keys up and down by its wheel, and a number on a tab', () => {
    expect(keyOfMouse({ what: 'wheel-up', column: 0, row: 9 }, small)).toBe('up');
    expect(keyOfMouse({ what: 'wheel-down', column: 0, row: 9 }, small)).toBe('down');
    const tabs = plainLine(batchScreen(running, small, theme)[1]);
    const on = (text: string) => keyOfMouse({ what: 'click', column: tabs.indexOf(text), row: 1 }, small);
    expect([on('1 Run'), on('5 Why'), on('model output')]).toEqual(['view-1', 'view-5', undefined]);
    expect(keyOfMouse({ what: 'click', column: 2, row: 5 }, small)).toBeUndefined();
  });

  it('does nothing behind help, while something is asked or chosen, nor where nothing can be drawn', () => {
    for (const over of [{ overlay: 'help' }, { isAsking: true }, { isExporting: true }] as const) {
      const snapshot = { ...running, state: { ...running.state, ...over } };
      expect(at(snapshot, small, 10, 8)).toBe(snapshot.state);
    }
    expect(at(running, { columns: 40, rows: 10 }, 5, 5)).toBe(running.state);
  });

  it('never leaves the scenarios, at any cell at any size', () => {
    const any = fc.record({ column: fc.nat(230), row: fc.nat(70) });
    const wide = fc.record({
      columns: fc.integer({ min: 1, max: 220 }),
      rows: fc.integer({ min: 1, max: 70 }),
    });
    fc.assert(
      fc.property(any, wide, fc.nat(4), fc.boolean(), ({ column, row }, size, panel, isZoomed) => {
        const snapshot = { ...running, state: { ...running.state, panel, isZoomed } };
        const { selected } = at(snapshot, size, column, row);
        expect(running.progress.scenarios[selected]).toBeDefined();
      }),
    );
  });
});
