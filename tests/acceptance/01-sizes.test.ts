import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import { cellsOf } from '../../src/dashboard/paint/cells.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { tabs } from '../../src/dashboard/tabs.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';

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
