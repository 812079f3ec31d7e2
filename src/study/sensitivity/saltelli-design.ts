import { type Axis, quantile } from '../design/axis.ts';
import { requirePoint } from '../design/design-matrix.ts';
import { scrambledSobol } from '../design/sobol.ts';
import type { BlockDesign } from './block-design.ts';

/**
 * The rows that Sobol's indices are estimated from (Saltelli et al. 2010, "Variance based sensitivity analysis of model output", Computer Physics Communications 181, 259-270):
 * of each base A, B, and for each axis i AB_i, which is A with the value of axis i from B; k + 2 rows a base. A and B are the two halves of a scrambled Sobol point of 2k dimensions, so up to 80 axes.
 * Take a power of two as the number of bases. Throws InvalidInput where the Sobol sequence ends.
 */
export function saltelliDesign(axes: readonly Axis[], bases: number, seed: number): BlockDesign {
  const cube = scrambledSobol(2 * axes.length, bases, seed);
  const rowsPerBase = axes.length + 2;
  const points = bases * rowsPerBase;
  return {
    parameters: axes.map(({ name }) => name),
    bases,
    rowsPerBase,
    points,
    at: (row) => {
      requirePoint(row, points);
      const place = cube.at(Math.floor(row / rowsPerBase));
      const member = row % rowsPerBase;
      const isFromB = (axis: number): boolean => member === 1 || member === axis + 2;
      return axes.map((axis, at) => quantile(axis, place[isFromB(at) ? axes.length + at : at]));
    },
  };
}
