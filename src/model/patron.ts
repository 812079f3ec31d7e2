import { pow } from '../engine/maths.ts';
import { type ParameterValues, valueAt } from './parameter-values.ts';
import type { WorldSpec } from './world-spec.ts';

/**
 * The patron's oil income over its reference: (1 - s (1 - evasion)) * price * (1 - discount * s). 1 without sanctions at the
 * reference price.
 */
export function patronIndex(parameters: ParameterValues, month: number): number {
  const sanctions = valueAt(parameters, 'patron.sanctions', month);
  const sold = 1 - sanctions * (1 - valueAt(parameters, 'patron.evasion', month));
  const discount = valueAt(parameters, 'patron.discount', month) * sanctions;
  return sold * valueAt(parameters, 'patron.oil_price', month) * (1 - discount);
}

/** What part of `patron.transfer` leaves: (mean income index of six months)^eta * open. */
export function transferLevel(parameters: ParameterValues, pastIndex: Float64Array, month: number): number {
  let sum = 0;
  for (let at = 0; at < pastIndex.length; at++) sum += pastIndex[at];
  const income = pow(sum / pastIndex.length, valueAt(parameters, 'patron.income_elasticity', month));
  return income * valueAt(parameters, 'patron.border_open', month);
}

/** Share of each faction in the patron's transfers, by weight; all 0 where the patron favours nobody. */
export function transferShares(spec: WorldSpec): Float64Array {
  const weights = Float64Array.from(spec.factions, (faction) => faction.patronWeight);
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}
