import type { PlannedParameter } from './design/planned-design.ts';
import type { Plan } from './plan.ts';
import type { RunPlace } from './run-order.ts';

/** The flags of `maabar run` that play one run of a study again: seed, replicate, months, and the parameters of its point. */
export function replayFlags(plan: Plan, place: RunPlace, numbers: readonly number[]): readonly string[] {
  const set = plan.design.parameters.flatMap((parameter, at) =>
    parameter.scenarios === null || parameter.scenarios.includes(place.scenario)
      ? ['--set', `"${parameter.axis.name}=${formulaOf(plan, parameter, numbers[at])}"`]
      : [],
  );
  return [
    ...['--seed', `${plan.studySeed}`, '--replicate', `${place.replicate}`, '--months', `${plan.months}`],
    ...set,
  ];
}

/** A formula that gives the same bits: comparisons are 0 or 1, so nothing is rounded. */
function formulaOf({ firstMonth }: Plan, { as, from }: PlannedParameter, number: number): string {
  const since = from - firstMonth;
  if (since === 0) return as === 'value' ? `${number}` : `current * ${number}`;
  const [before, after] = [`(months_since < ${since})`, `(months_since >= ${since}) * ${number}`];
  return as === 'value' ? `${before} * current + ${after}` : `current * (${before} + ${after})`;
}
