import { openStream } from '../../engine/streams.ts';
import { type DesignMatrix, requirePoint } from './design-matrix.ts';
import { permute } from './permute.ts';

/** Largest double below 1: rounding may carry the upper end of the last cell to 1. */
const belowOne = 1 - 2 ** -53;

/**
 * A Latin hypercube in the unit cube: each axis is cut into as many equal cells as there are points, and each cell holds exactly one point, at a
 * random place in it. Source: McKay, Beckman and Conover (1979), Technometrics 21. Axes are permuted by streams of their own, so a further axis moves
 * no other; another number of points moves all of them (take a Sobol design where the study may grow). Holds 4 bytes a point and axis.
 */
export function latinHypercube(dimensions: number, points: number, seed: number): DesignMatrix {
  const orders = Array.from({ length: dimensions }, (_, axis) =>
    permute(points, openStream(String(seed), 'latin-hypercube-order', axis)),
  );
  return {
    points,
    at: (point) => {
      requirePoint(point, points);
      const place = openStream(String(seed), 'latin-hypercube-place', point);
      return orders.map((order) => Math.min(belowOne, (order[point] + place.next()) / points));
    },
  };
}
