import { exp } from '../engine/maths.ts';
import { sum } from '../engine/sum.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** How far the elite can go, 1 without audit and seats: exp(-th_a audit) (1 + th_s seats), seats being factions' share of parliament. */
export function eliteReach({ parameters, state }: World, month: number): number {
  const value = (name: string) => valueAt(parameters, name, month);
  const audited = exp(-value('elite.audit_effect') * value('government.audit'));
  return audited * (1 + value('elite.seats_effect') * Math.min(1, sum(state.seats)));
}

/** Chance that protection was bought for an act that officials would punish, 0 to 1: its dated level times the elite's reach. */
export function immunityAt(world: World, month: number): number {
  return Math.min(1, valueAt(world.parameters, 'elite.immunity_share', month) * eliteReach(world, month));
}

/** Fear is never gone altogether: protection sold to all for nothing still leaves this. */
const least = 0.01;

/** What is left of the harm of being detected where a part of acts is protected at a price: 1 - immunity (1 - fee), above 0. */
export function unprotectedHarm(world: World, month: number): number {
  return Math.max(
    least,
    1 - immunityAt(world, month) * (1 - valueAt(world.parameters, 'elite.immunity_fee', month)),
  );
}
