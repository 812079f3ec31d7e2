import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/dashboard/paint/place-labels.ts';

const size = { columns: 30, rows: 6 };

describe('labels on a map', () => {
  it('stand where they wish when nothing is in the way', () => {
    expect(placeLabels([{ x: 1, y: 0, width: 5 }], size)).toEqual([{ column: 25, row: 0 }]);
    expect(placeLabels([{ x: 0, y: 1, width: 5 }], size)).toEqual([{ column: 0, row: 5 }]);
  });

  it('give way to those before them, a row or as few columns as need be', () => {
    const twins = placeLabels(
      [0, 1].map(() => ({ x: 0.5, y: 0.5, width: 5 })),
      size,
    );
    expect(twins[0]).toEqual({ column: 13, row: 3 });
    expect(twins[1]).toEqual({ column: 13, row: 2 });
  });

  it('never touch one another nor leave the map, and are lost only where it is full', () => {
    const wish = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      width: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const cells = new Set<string>();
        for (const [index, spot] of placeLabels(wishes, size).entries()) {
          if (spot === undefined) continue;
          expect(spot.column).toBeGreaterThanOrEqual(0);
          expect(spot.column + wishes[index].width).toBeLessThanOrEqual(size.columns);
          for (let at = 0; at < wishes[index].width; at++) {
            const cell = `${spot.row}/${spot.column + at}`;
            expect(cells.has(cell)).toBe(false);
            cells.add(cell);
          }
        }
      }),
    );
  });

  it('are undefined where there is no room', () => {
    expect(placeLabels([{ x: 0, y: 0, width: 31 }], size)).toEqual([undefined]);
    expect(placeLabels([{ x: 0, y: 0, width: 3 }], { columns: 0, rows: 0 })).toEqual([undefined]);
  });
});
