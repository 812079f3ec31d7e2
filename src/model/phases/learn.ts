import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** Phase 12a: H <- (1 - dep) H + effort; experience fades and is renewed by doing (Wright 1936; Benkard 2000). */
export function learn(world: World, month: number): void {
  const { state, parameters } = world;
  const forgetting = valueAt(parameters, 'learning.forgetting', month);
  for (let at = 0; at < state.experience.length; at++) {
    state.experience[at] = (1 - forgetting) * state.experience[at] + state.effort[at];
  }
}
