import type { Axis } from './axis.ts';
import { factorial } from './factorial.ts';

/** The points of a design, by number. */
export interface DesignMatrix {
  readonly points: number;
  /** The numbers of a point, axis by axis; `point` from 0. */
  readonly at: (point: number) => readonly number[];
}

/** How points are chosen. */
export type Sampling =
  | { readonly kind: 'factorial' }
  | { readonly kind: 'latin-hypercube' | 'sobol'; readonly points: number };

/** The points of a design: the same for the same axes, design and seed, made one at a time. */
export function samplePoints(axes: readonly Axis[], design: Sampling, _seed: number): DesignMatrix {
  if (design.kind === 'factorial') return factorial(axes);
  throw new Error(`no design ${design.kind}`);
}
