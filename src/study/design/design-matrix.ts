import { type Axis, quantile } from './axis.ts';

/** The points of a design, each made when it is asked for: no design is ever held whole. */
export interface DesignMatrix {
  readonly points: number;
  /** Values of the axes, in their order, at a point from 0 to points - 1; throws a RangeError elsewhere. */
  readonly at: (point: number) => readonly number[];
}

/** A design over the unit cube, coordinates from 0, included, to 1, excluded, read through the axes' quantiles. */
export function throughAxes(axes: readonly Axis[], cube: DesignMatrix): DesignMatrix {
  return {
    points: cube.points,
    at: (point) => {
      const place = cube.at(point);
      return axes.map((axis, column) => quantile(axis, place[column]));
    },
  };
}

/** Throws a RangeError unless the point is one of the design's. */
export function requirePoint(point: number, points: number): void {
  if (!Number.isInteger(point) || point < 0 || point >= points)
    throw new RangeError(`point ${point} of a design of ${points} points`);
}
