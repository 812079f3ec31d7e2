import type { Experiment } from '../../model/world-spec.ts';

/** A parameter that two experiments set otherwise in a month. */
export interface ParameterDifference {
  readonly name: string;
  readonly values: readonly [first: number, second: number];
}

/** Parameters that begin to differ between two experiments in a month: alike a month before, or the month is the first. Same world, same months. */
export function parameterDifferences(
  { timeline: a }: Experiment,
  { timeline: b }: Experiment,
  month: number,
): readonly ParameterDifference[] {
  const index = month - a.firstMonth;
  const differ = (row: number, at: number): boolean =>
    a.values[row * a.months + at] !== b.values[row * b.months + at];
  return a.names.flatMap((name, row): ParameterDifference[] => {
    if (!differ(row, index) || (index > 0 && differ(row, index - 1))) return [];
    return [{ name, values: [a.values[row * a.months + index], b.values[row * b.months + index]] }];
  });
}
