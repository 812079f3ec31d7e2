import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import { cellsOf } from '../../src/dashboard/paint/cells.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { tabs } from '../../src/dashboard/tabs.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';
import { type Drawn, listScreens, studyScreens } from './other-screens.ts';

const sizes = [
  [60, 16],
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 60],
] as const;
const experiment = pseudoExperiment();
const record = pseudoRecord();

describe('check 1: every view fits every size', () => {
  const cases = sizes.flatMap(([columns, rows]) => tabs.map(({ view }) => [view, columns, rows] as const));
  it.each(cases)('%s at %dx%d', (view, columns, rows) => {
    const { title, scenarioId } = experiment;
    const size = { columns, rows };
    const parameters = pseudoParameters();
    const snapshot = frameSnapshot({
      ...{ title, scenarioId, seed: 42, experiment, record, parameters, month: 54, size },
      place: { view },
    });
    const lines = screen(snapshot, size, plainTheme()).map(plainLine);
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(cellsOf(line)).toBe(columns);
    expect(lines[0]).toContain('pseudo-cut');
    expect(lines[1]).toContain('model output, not data');
    for (const { key, view: other, name } of tabs) {
      expect(lines[1]).toContain(String(key));
      if (other === view) expect(lines[1]).toContain(`[${key} ${name}]`);
    }
    expect(lines.at(-1)).toMatch(/\? help {2}q quit $/);
  });
});

describe('check 1: so do the screen of a study and the list', () => {
  function linesOf(draw: Drawn, columns: number, rows: number): readonly string[] {
    const lines = draw({ columns, rows }, plainTheme()).map(plainLine);
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(cellsOf(line)).toBe(columns);
    expect(lines[0]).toMatch(/^ MAABAR .*seed 42/);
    expect(lines[1]).toContain('model output, not data');
    expect(lines.at(-1)).toMatch(/\? help {2}q quit $/);
    return lines;
  }

  it.each(Object.entries(studyScreens))('%s', (_, draw) => {
    for (const [columns, rows] of sizes) {
      const [heading, tabLine] = linesOf(draw, columns, rows);
      expect(heading).toContain('BATCH ');
      expect(tabLine).toContain('[3 Batch]');
      for (const { key } of tabs) expect(tabLine).toContain(String(key));
    }
  });

  it.each(Object.entries(listScreens))('%s', (_, draw) => {
    for (const [columns, rows] of sizes)
      expect(linesOf(draw, columns, rows)[0]).toContain('17 scenarios, 3 studies');
  });
});
