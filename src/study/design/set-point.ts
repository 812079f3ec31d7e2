import type { Experiment } from '../../model/world-spec.ts';
import { findDisorder } from '../../scenario/report-order.ts';
import type { PlannedParameter } from './planned-design.ts';

/** A point whose parameters are each within bounds but do not fit together: its runs fail, and say so. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}

/**
 * A scenario at a point of the design: each varied parameter set, or scaled, from its first month on. Throws Unfit where parameters that must
 * rise one over the other do not.
 */
export function setPoint(
  experiment: Experiment,
  scenario: number,
  parameters: readonly PlannedParameter[],
  numbers: readonly number[],
): Experiment {
  const { timeline } = experiment;
  const changed = parameters.filter(({ scenarios }) => scenarios === null || scenarios.includes(scenario));
  if (changed.length === 0) return experiment;
  const values = timeline.values.slice();
  for (const parameter of changed) {
    const number = numbers[parameters.indexOf(parameter)];
    const start = timeline.names.indexOf(parameter.axis.name) * timeline.months;
    for (let at = parameter.from - timeline.firstMonth; at < timeline.months; at++)
      values[start + at] = parameter.as === 'value' ? number : values[start + at] * number;
  }
  const set = { ...timeline, values };
  const disorder = findDisorder(set);
  if (disorder !== undefined) throw new Unfit(disorder);
  return { ...experiment, timeline: set };
}
