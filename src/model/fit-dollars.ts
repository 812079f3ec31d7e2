import { clearWindow, windowTerms } from './dollar-window.ts';
import type { World } from './world.ts';

/** The window at the start is as its first month clears it, cards not yet carried, and every month before was the same. */
export function fitDollars(world: World, month: number): void {
  const { state, parameters } = world;
  clearWindow(state.dollars, windowTerms(parameters, month), parameters, month);
  state.dollars.premiumPast.fill(state.dollars.premium);
}
