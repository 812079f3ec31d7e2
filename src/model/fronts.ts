import { exp } from '../engine/maths.ts';
import { type ParameterValues, valueAt } from './parameter-values.ts';

/** Most fronts there can be at a time, those between two names included. */
export const frontSlots = 12;

/** Fronts by slot, and the press. */
export interface FrontState {
  /** Customers of a front, 1 for one that has all it can; 0 where the slot is empty or its front has no name. */
  readonly customers: Float64Array;
  /** Months until the front in the slot is back under another name; 0 where none is to come. */
  readonly returnsIn: Float64Array;
  /** Customers it will come back with. */
  readonly keeps: Float64Array;
  /** Stock, whole cents. */
  readonly stock: Float64Array;
  /** What exposures by the press still add to attention. */
  press: number;
  /** Fuel of the patron's sold to bases last month, USD. */
  baseFuel: number;
  /** Designated last month, and stock frozen, USD. */
  designated: number;
  frozen: number;
}

/** No fronts. */
export function createFrontState(): FrontState {
  const slots = () => new Float64Array(frontSlots);
  return {
    customers: slots(),
    returnsIn: slots(),
    keeps: slots(),
    stock: slots(),
    press: 0,
    baseFuel: 0,
    designated: 0,
    frozen: 0,
  };
}

/** What fronts sell in a month with all their customers, USD: the patron's fuel to bases, and to other lawful buyers. */
export function frontMarket(parameters: ParameterValues, month: number): { bases: number; others: number } {
  if (valueAt(parameters, 'fronts.enabled', month) === 0) return { bases: 0, others: 0 };
  const bases =
    valueAt(parameters, 'us.base_fuel_demand', month) * valueAt(parameters, 'fronts.iranian_share', month);
  return { bases: bases / 12, others: valueAt(parameters, 'fronts.other_sales', month) / 12 };
}

/** Months over which an entrant counts its margin when nothing threatens it. Assumption. */
const horizon = 24;

/**
 * Whether one more front pays: its expected margin among `customers` others, over a life shortened by the hazard, beats the cost of entry.
 */
export function entryPays(
  parameters: ParameterValues,
  month: number,
  customers: number,
  press: number,
): boolean {
  const { bases, others } = frontMarket(parameters, month);
  const share = 1 / (customers + 1);
  const margin = valueAt(parameters, 'fronts.margin', month) * (bases + others) * share;
  const life = 1 / (hazardOf(parameters, month, share, press) + 1 / horizon);
  return margin * life > valueAt(parameters, 'fronts.entry_cost', month);
}

/** Monthly hazard of designation or legal action of a front with a share of the market: h (attention + press) share + legal. */
export function hazardOf(parameters: ParameterValues, month: number, share: number, press: number): number {
  const attention = valueAt(parameters, 'fronts.attention', month) + press;
  return (
    valueAt(parameters, 'fronts.hazard', month) * attention * share +
    valueAt(parameters, 'fronts.legal_action', month)
  );
}

/** Chance within a month at a hazard: 1 - e^-h. */
export function chanceAt(hazard: number): number {
  return 1 - exp(-hazard);
}

/** How many fronts found it worth entering before the start, at most the slots. */
export function frontsAtStart(parameters: ParameterValues, month: number): number {
  let count = 0;
  while (count < frontSlots && entryPays(parameters, month, count, 0)) count++;
  return count;
}

/** Sum of customers over fronts. */
export function customersOf(state: FrontState): number {
  let sum = 0;
  for (let k = 0; k < frontSlots; k++) sum += state.customers[k];
  return sum;
}
