import type { DesignMatrix } from './sample-points.ts';

/** Points that somebody listed: `cells[point * width + axis]`. */
export function listedPoints(cells: Float64Array, width: number): DesignMatrix {
  return {
    points: cells.length / width,
    at: (point) => [...cells.subarray(point * width, (point + 1) * width)],
  };
}
