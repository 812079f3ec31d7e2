import { sum } from '../engine/sum.ts';
import { type ParameterValues, valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** Months over which habit of income forms, for fiscal stress. */
const stressMonths = 24;

/** Patrols for each crossing: the dated number times the government's will. */
export function patrolsPerCrossing(world: World, month: number): number {
  return valueAt(world.parameters, 'enforcement.patrols', month) * willAt(world, month);
}

/**
 * The government's will to enforce, at least 0: its dated level times 1 + what fiscal stress, last month's protest and foreign pressure add, less
 * what seats won by factions since the start take off. That each acts in proportion is an Assumption.
 */
export function willAt({ parameters, state, start }: World, month: number): number {
  const response = (to: string) => valueAt(parameters, `government.${to}_response`, month);
  const moved =
    response('stress') * fiscalStress(parameters, month) +
    response('protest') * state.protest +
    response('pressure') * state.foreignPressure -
    response('seats') * (sum(state.seats) - start.seats);
  return valueAt(parameters, 'government.will', month) * Math.max(0, 1 + moved);
}

/** Share by which oil income lies below its mean of this and the 23 months before, at least 0; months before the first are like it. */
function fiscalStress(parameters: ParameterValues, month: number): number {
  const income = (at: number) =>
    valueAt(parameters, 'government.oil_income', Math.max(parameters.timeline.firstMonth, at));
  let total = 0;
  for (let back = 0; back < stressMonths; back++) total += income(month - back);
  return total > 0 ? Math.max(0, 1 - income(month) / (total / stressMonths)) : 0;
}
