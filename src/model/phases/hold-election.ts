import { pow } from '../../engine/maths.ts';
import { localMonths, patronMonths } from '../effort.ts';
import { noteEvent } from '../event.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** A change since the last election counts at least this and at most its inverse, so that no faction is voted out by one bad month. Assumption. */
const least = 0.2;

/**
 * Phase 12: in a month of an election seats follow what changed since the last one: legitimacy, and each faction's income (two years of
 * local, half a year of the patron's). Under the null model income has no part. Together factions can hold no more than all seats.
 */
export function holdElection(world: World, month: number): void {
  const { state, parameters, spec } = world;
  if (valueAt(parameters, 'politics.election', month) === 0) return;
  const legitimacy = valueAt(parameters, 'politics.legitimacy_elasticity', month);
  const byNeed = valueAt(parameters, 'need.enabled', month);
  const money = byNeed * valueAt(parameters, 'politics.money_elasticity', month);
  const good = pow(change(state.legitimacy, state.votedLegitimacy), legitimacy);
  for (let i = 0; i < spec.factions.length; i++) {
    const income = incomeBefore(world, i);
    state.seats[i] *= good * pow(change(income, state.votedIncome[i]), money);
    state.votedIncome[i] = income;
  }
  state.votedLegitimacy = state.legitimacy;
  const all = state.seats.reduce((sum, seats) => sum + seats, 0);
  if (all > 1) for (let i = 0; i < state.seats.length; i++) state.seats[i] /= all;
  const percent = Math.round(Math.min(1, all) * 100);
  noteEvent(world, month, { type: 'election', note: `factions hold ${percent}% of seats` });
}

function change(now: number, before: number): number {
  return before > 0 ? Math.min(1 / least, Math.max(least, now / before)) : 1;
}

/** Mean monthly income that the faction remembers, USD. */
export function incomeBefore({ state }: World, i: number): number {
  return mean(state.localPast, i, localMonths) + mean(state.patronPast, i, patronMonths);
}

function mean(ring: Float64Array, i: number, size: number): number {
  let sum = 0;
  for (let at = i * size; at < (i + 1) * size; at++) sum += ring[at];
  return sum / size;
}
