import { InvalidInput } from '../../engine/problem.ts';
import type { Axis } from './axis.ts';
import { type DesignMatrix, requirePoint } from './design-matrix.ts';

type ValuesAxis = Extract<Axis, { readonly kind: 'values' }>;

/**
 * Every combination of the axes' values once: point numbers are read in mixed radix, the last axis changes fastest. No axes: one point without values.
 * Throws InvalidInput, naming each axis, where one has no list of values, and where there are more combinations than a double can count.
 */
export function factorial(axes: readonly Axis[]): DesignMatrix {
  const listed = axes.filter((axis) => axis.kind === 'values');
  refuseRanges(axes.filter((axis) => axis.kind !== 'values'));
  const points = listed.reduce((product, { values }) => product * values.length, 1);
  if (!Number.isSafeInteger(points))
    throw new InvalidInput([
      {
        message: `The factorial design has ${points} points, more than can be counted exactly. Take fewer values or axes, or a sobol design.`,
      },
    ]);
  return { points, at: (point) => combination(listed, point, points) };
}

function combination(axes: readonly ValuesAxis[], point: number, points: number): readonly number[] {
  requirePoint(point, points);
  let rest = point;
  return axes
    .toReversed()
    .map(({ values }) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return value;
    })
    .reverse();
}

function refuseRanges(ranges: readonly Axis[]): void {
  if (ranges.length === 0) return;
  throw new InvalidInput(
    ranges.map(({ name, kind }) => ({
      message: `${name} is ${kind}, and a factorial design wants a list of values for every axis. List its values, or choose the design sobol or latin-hypercube.`,
    })),
  );
}
