import { pow } from '../engine/maths.ts';
import { operationsRatio } from './effort.ts';
import { type ParameterValues, valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** Months for which officials feel a parade. */
export const threatMonths = 3;

/** How money moves attacks and parades: (ops_i/ref_i)^elasticity (Limodio 2022), exactly 1 under the null model. */
export function moneyPull(world: World, i: number, month: number): number {
  if (valueAt(world.parameters, 'need.enabled', month) === 0) return 1;
  return pow(operationsRatio(world, i, month), valueAt(world.parameters, 'attacks.money_elasticity', month));
}

/** Threat that officials feel when `seen` parades were held in the last three months, 0 to 1. */
export function threatOf(parameters: ParameterValues, month: number, seen: number): number {
  return raised(0, valueAt(parameters, 'parades.threat', month), seen);
}

/** Parades of a month by all factions, expected while operations money is at its reference; none without factions. */
export function paradesExpected(parameters: ParameterValues, month: number, factions: number): number {
  const rate = valueAt(parameters, 'parades.enabled', month) * valueAt(parameters, 'parades.rate', month);
  return factions > 0 ? rate : 0;
}

/** Each event covers a share of what is missing to 1: 1 - (1 - before) * (1 - share)^count, from 0 to 1. */
export function raised(before: number, share: number, count: number): number {
  return 1 - (1 - before) * pow(1 - share, count);
}
