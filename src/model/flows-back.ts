import { streetNeed, windowTerms } from './dollar-window.ts';
import { frontMarket } from './fronts.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** What the patron earns in the country in a month, USD, by source. */
export interface FlowsBack {
  readonly fuel: number;
  readonly trade: number;
}

/** Part of the fuel line and of barred trade settled in street dollars; nothing where the switch is off. */
export function flowsBack(world: World, month: number): FlowsBack {
  const { parameters, state } = world;
  if (valueAt(parameters, 'patron.flows_back', month) === 0) return { fuel: 0, trade: 0 };
  const terms = windowTerms(parameters, month);
  const need = streetNeed(terms);
  const barred = need > 0 ? (state.dollars.fraud * terms.barred) / need : 0;
  return {
    fuel: valueAt(parameters, 'patron.fuel_share', month) * valueAt(parameters, 'lines.fuel.base', month),
    trade: valueAt(parameters, 'patron.trade_share', month) * barred,
  };
}

/** What flows back in the first month with fronts at full strength, USD: the reference, so that the patron's index starts as its oil has it. */
export function flowsBackAtStart(world: World, month: number): number {
  const { parameters } = world;
  if (valueAt(parameters, 'patron.flows_back', month) === 0) return 0;
  const { fuel, trade } = flowsBack(world, month);
  const { bases, others } = frontMarket(parameters, month);
  const rest = (1 - valueAt(parameters, 'fronts.margin', month)) * (bases + others);
  return fuel + trade + rest * valueAt(parameters, 'fronts.patron_share', month);
}

/** What is added to Y: last month's flows back over the start's, as a part of the patron's reference income; 0 where the switch is off. */
export function incomeBack(world: World, month: number): number {
  const { parameters, state, start } = world;
  if (valueAt(parameters, 'patron.flows_back', month) === 0) return 0;
  return (state.flowsBack - start.flowsBack) / valueAt(parameters, 'patron.reference_income', month);
}
