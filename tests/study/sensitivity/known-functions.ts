import { drawNormal } from '../../../src/engine/draws.ts';
import { openStream } from '../../../src/engine/streams.ts';
import type { Axis } from '../../../src/study/design/axis.ts';
import type { DesignMatrix } from '../../../src/study/design/design-matrix.ts';
import type { RowOutcomes } from '../../../src/study/sensitivity/block-design.ts';
import type { SensitivityIndex, SensitivityRow } from '../../../src/study/sensitivity/sensitivity-row.ts';

/** A function whose indices are known. */
export interface KnownFunction {
  readonly axes: readonly Axis[];
  readonly valueAt: (x: readonly number[]) => number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

function axesFrom(lo: number, hi: number, count: number): readonly Axis[] {
  return Array.from({ length: count }, (_, at) => ({ name: `x${at + 1}`, kind: 'uniform', lo, hi }));
}

/** Ishigami and Homma (1990) with a = 7, b = .1; shares as in Sobol' and Levitan (1999). */
export const ishigami: KnownFunction = (() => {
  const [a, b] = [7, 0.1];
  const own = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
  const second = a ** 2 / 8;
  const joint = (8 * b ** 2 * Math.PI ** 8) / 225;
  const variance = own + second + joint;
  return {
    axes: axesFrom(-Math.PI, Math.PI, 3),
    valueAt: ([x, y, z]: readonly number[]) => Math.sin(x) * (1 + b * z ** 4) + a * Math.sin(y) ** 2,
    variance,
    first: [own, second, 0].map((part) => part / variance),
    total: [own + joint, second, joint].map((part) => part / variance),
  };
})();

/** The g-function of Sobol' (Saltelli and Sobol' 1995): a parameter matters less the larger its a. */
export function gFunction(weights: readonly number[]): KnownFunction {
  const own = weights.map((a) => 1 / (3 * (1 + a) ** 2));
  const all = own.reduce((product, part) => product * (1 + part), 1);
  return {
    axes: axesFrom(0, 1, weights.length),
    valueAt: (x) =>
      x.reduce((product, u, at) => (product * (Math.abs(4 * u - 2) + weights[at])) / (1 + weights[at]), 1),
    variance: all - 1,
    first: own.map((part) => part / (all - 1)),
    total: own.map((part) => (part * all) / (1 + part) / (all - 1)),
  };
}

/** Plays every row without chance. */
export function play({ points, at }: DesignMatrix, valueAt: (x: readonly number[]) => number): RowOutcomes {
  return {
    name: 'y',
    replicates: 1,
    values: Float64Array.from({ length: points }, (_, row) => valueAt(at(row))),
  };
}

/** Plays every row `replicates` times; chance is a standard normal number of this stream key and replicate. */
export function playWithChance(
  { points, at }: DesignMatrix,
  replicates: number,
  valueAt: (x: readonly number[], chance: number) => number,
  keyOf: (row: number) => number,
): RowOutcomes {
  const values = Float64Array.from({ length: points * replicates }, (_, run) => {
    const row = Math.floor(run / replicates);
    return valueAt(at(row), drawNormal(openStream('chance', `${run % replicates}`, keyOf(row)), 0, 1));
  });
  return { name: 'y', replicates, values };
}

/** Rows of one index, in the order of the parameters. */
export function rowsOf(rows: readonly SensitivityRow[], index: SensitivityIndex): readonly SensitivityRow[] {
  return rows.filter((row) => row.index === index);
}

/** Estimates of one index, in the order of the parameters. */
export function estimatesOf(rows: readonly SensitivityRow[], index: SensitivityIndex): readonly number[] {
  return rowsOf(rows, index).map(({ estimate }) => estimate!);
}
