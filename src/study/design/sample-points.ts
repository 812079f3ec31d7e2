import type { Axis } from './axis.ts';
import { type DesignMatrix, throughAxes } from './design-matrix.ts';
import { factorial } from './factorial.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { scrambledSobol } from './sobol.ts';

export type { DesignMatrix } from './design-matrix.ts';

/** How points are chosen from axes: all combinations, or so many points spread evenly. */
export type DesignChoice =
  | { readonly kind: 'factorial' }
  | { readonly kind: 'latin-hypercube' | 'sobol'; readonly points: number };

/**
 * The points of a design, as values of the axes: the same for the same axes, design and seed; the seed moves nothing in a factorial one.
 * Growing a Sobol design keeps its points, growing a Latin hypercube moves them. Throws InvalidInput where the design cannot be had.
 */
export function samplePoints(axes: readonly Axis[], design: DesignChoice, seed: number): DesignMatrix {
  switch (design.kind) {
    case 'factorial':
      return factorial(axes);
    case 'latin-hypercube':
      return throughAxes(axes, latinHypercube(axes.length, design.points, seed));
    case 'sobol':
      return throughAxes(axes, scrambledSobol(axes.length, design.points, seed));
  }
}
