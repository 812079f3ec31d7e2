import { threatMonths, threatOf } from '../display.ts';
import type { World } from '../world.ts';

/** Phase 11: parades of the last three months, this one included, are the threat that officials feel next month. */
export function feelThreat(world: World, month: number): void {
  const { state, parameters } = world;
  let now = 0;
  for (let i = 0; i < state.parades.length; i++) now += state.parades[i];
  state.paradesPast[month % threatMonths] = now;
  const seen = state.paradesPast.reduce((sum, parades) => sum + parades, 0);
  state.threat = threatOf(parameters, month, seen);
}
