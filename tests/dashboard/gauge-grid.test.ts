import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaugeGrid } from '../../src/dashboard/paint/gauge-grid.ts';
import { widthOf } from '../../src/dashboard/paint/line.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import type { Gauge } from '../../src/figures/gauge.ts';

const gauge = (label: string, value: number, compared = Number.NaN): Gauge => ({
  ...{ label, unit: 'usd', value, compared, subject: undefined },
  trend: [1, 2, 3],
});
const lines = (gauges: readonly Gauge[], columns: number, rows: number, selected = -1): readonly string[] =>
  gaugeGrid(gauges, selected, { columns, rows }, plainTheme()).map(plainLine);

describe('a grid of gauges', () => {
  it('is exactly as large as asked, at any size and selection', () => {
    const gauges = Array.from({ length: 13 }, (_, at) => gauge(`gauge ${'x'.repeat(at * 2)}`, 10 ** at, at));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 220 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -1, max: 12 }),
        (columns, rows, selected) => {
          const grid = gaugeGrid(gauges, selected, { columns, rows }, plainTheme('ascii'));
          expect(grid).toHaveLength(rows);
          for (const line of grid) {
            expect(widthOf(line)).toBe(columns);
            expect(plainLine(line)).toMatch(/^[\x20-\x7e]*$/);
          }
          const selectedLine = grid.map(plainLine).filter((line) => line.includes('>'));
          if (rows > 0 && selected >= 0) expect(selectedLine).toHaveLength(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('stands in one column where all find room one below another, else in two', () => {
    const gauges = ['one', 'two', 'three', 'four'].map((label) => gauge(label, 1e6));
    expect(lines(gauges, 80, 4)[3]).toMatch(/^ four +\$1\.00m/);
    expect(lines(gauges, 80, 2)[0]).toMatch(/^ one +\$1\.00m .* three +\$1\.00m/);
  });

  it('says the difference to the other run, and = where there is none', () => {
    const [more, same] = lines([gauge('more', 3e6, 1e6), gauge('same', 5, 5)], 60, 2);
    expect(more).toContain('+$2.00m');
    expect(same).toContain(' = ');
  });
});
