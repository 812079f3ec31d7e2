import type { Axis } from './axis.ts';
import type { DesignMatrix } from './sample-points.ts';

/** Every combination of the axes' values, the last axis fastest; rows are computed when asked for. Throws on an axis without a list of values. */
export function factorial(axes: readonly Axis[]): DesignMatrix {
  const lists = axes.map((axis) => {
    if (axis.kind !== 'values') throw new Error(`a factorial design has no values of ${axis.name}`);
    return axis.values;
  });
  const points = lists.reduce((product, values) => product * values.length, 1);
  return { points, at: (point) => digits(point, lists) };
}

/** Mixed radix: the point's number written with one digit for each list. */
function digits(point: number, lists: readonly (readonly number[])[]): readonly number[] {
  const row: number[] = [];
  let rest = point;
  for (const values of lists.toReversed()) {
    row.unshift(values[rest % values.length]);
    rest = Math.floor(rest / values.length);
  }
  return row;
}
