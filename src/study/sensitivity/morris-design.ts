import { openStream } from '../../engine/streams.ts';
import { type Axis, quantile } from '../design/axis.ts';
import { requirePoint } from '../design/design-matrix.ts';
import { permute } from '../design/permute.ts';
import type { BlockDesign } from './block-design.ts';

/** One trajectory in the unit cube: it starts at `from`, and its row m has moved the first m axes of `order` to `to`. */
export interface Trajectory {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly order: Int32Array;
}

/** Rows of Morris's screening; `trajectory` says how a base goes through the cube. */
export interface MorrisDesign extends BlockDesign {
  readonly trajectory: (base: number) => Trajectory;
}

/**
 * Trajectories of one step an axis, in random order, k + 1 rows each (Morris 1991, "Factorial sampling plans for preliminary computational experiments", Technometrics 33, 161-174).
 * Where we differ: no grid. An axis goes from a uniform place u to u + s, less 1 where that passes 1, s uniform from 1/3 to 2/3: both ends are uniform, every step is at least
 * a third of the range, so chance is not magnified as by short ones, and no period of the model falls in with the grid's. Trajectories are keyed by the seed and their number.
 */
export function morrisDesign(axes: readonly Axis[], bases: number, seed: number): MorrisDesign {
  const rowsPerBase = axes.length + 1;
  const points = bases * rowsPerBase;
  const trajectory = (base: number): Trajectory => drawTrajectory(axes.length, base, seed);
  return {
    parameters: axes.map(({ name }) => name),
    bases,
    rowsPerBase,
    points,
    trajectory,
    at: (row) => {
      requirePoint(row, points);
      const place = placeOn(trajectory(Math.floor(row / rowsPerBase)), row % rowsPerBase);
      return axes.map((axis, at) => quantile(axis, place[at]));
    },
  };
}

function drawTrajectory(axes: number, base: number, seed: number): Trajectory {
  const stream = openStream(String(seed), 'morris-trajectory', base);
  const order = permute(axes, stream);
  const from = Array.from({ length: axes }, () => stream.next());
  return { order, from, to: from.map((u) => (u + (1 + stream.next()) / 3) % 1) };
}

function placeOn({ from, to, order }: Trajectory, moved: number): readonly number[] {
  const place = [...from];
  for (const axis of order.subarray(0, moved)) place[axis] = to[axis];
  return place;
}
