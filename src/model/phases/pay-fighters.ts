import { toUsd } from '../../engine/units.ts';
import { firstFaction } from '../accounts.ts';
import { noteEvent } from '../event.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** Unpaid men below this share make no event. */
const worthNoting = 0.05;

/**
 * Phase 11: unpaid men leave, cash beyond what is wanted recruits. The registered payroll is no part of it: only an event
 * lowers that. Under the null model men do not answer cash.
 */
export function payFighters(world: World, month: number): void {
  const { state, start, spec, parameters, ledger } = world;
  if (valueAt(parameters, 'need.enabled', month) === 0) return;
  const desertion = valueAt(parameters, 'men.desertion', month);
  const recruitment = valueAt(parameters, 'men.recruitment', month);
  for (let i = 0; i < spec.factions.length; i++) {
    const surplus = surplusCash(toUsd(ledger.balances[firstFaction + i]), start.wantedCash[i]);
    state.ownFighters[i] *= 1 + recruitment * surplus - desertion * state.unpaid[i];
    if (state.unpaid[i] <= worthNoting) continue;
    const leaving = desertion * state.unpaid[i] * state.ownFighters[i];
    noteEvent(world, month, {
      type: 'men-unpaid',
      actorId: spec.factions[i].id,
      note: `${Math.round(leaving)} men leave`,
    });
  }
}

/** 0 at the wanted cash or below, 1 at twice as much or above. */
function surplusCash(cash: number, wanted: number): number {
  return wanted > 0 ? Math.min(1, Math.max(0, cash / wanted - 1)) : 0;
}
