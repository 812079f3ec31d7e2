import { morrisDesign } from '../sensitivity/morris-design.ts';
import { saltelliDesign } from '../sensitivity/saltelli-design.ts';
import type { Axis } from './axis.ts';
import { listedPoints } from './listed-points.ts';
import { type DesignMatrix, samplePoints } from './sample-points.ts';

/** The design of a plan: what is varied, how, and at how many points. */
export interface PlannedDesign {
  readonly kind: 'none' | 'factorial' | 'latin-hypercube' | 'sobol' | 'table' | 'morris' | 'saltelli';
  readonly points: number;
  readonly parameters: readonly PlannedParameter[];
  /** Blocks of rows of a morris or saltelli design, from which sensitivity is estimated; absent in other designs. */
  readonly bases?: number;
  /** sha256 of the numbers of a table, hex; absent in other designs. */
  readonly tableSha256?: string;
}

/** A parameter that a plan varies; its name is the axis's. */
export interface PlannedParameter {
  readonly axis: Axis;
  readonly as: 'value' | 'scale';
  /** First month that is changed. */
  readonly from: number;
  /** Scenarios it is changed in, by their places; null for all. */
  readonly scenarios: readonly number[] | null;
}

/** The points of a plan's design; `listed` are the numbers of a table. */
export function matrixOf(design: PlannedDesign, seed: number, listed: Float64Array | null): DesignMatrix {
  const { kind, points, parameters, bases = 0 } = design;
  if (kind === 'none') return { points: 1, at: () => [] };
  if (kind === 'table') return listedPoints(listed!, parameters.length);
  const axes = parameters.map(({ axis }) => axis);
  if (kind === 'morris') return morrisDesign(axes, bases, seed);
  if (kind === 'saltelli') return saltelliDesign(axes, bases, seed);
  return rememberLast(samplePoints(axes, kind === 'factorial' ? { kind } : { kind, points }, seed));
}

/** All runs of a point follow one another, so the last row made is most often the next one asked for. */
function rememberLast({ points, at }: DesignMatrix): DesignMatrix {
  let last: { readonly point: number; readonly row: readonly number[] } | undefined;
  return {
    points,
    at: (point) => {
      if (last?.point !== point) last = { point, row: at(point) };
      return last.row;
    },
  };
}
