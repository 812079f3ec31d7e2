import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/**
 * Phase 11: war brings men whom factions pay themselves; registered men are a dated series of their own. Its tolls work through the cost of
 * driving around a post (market.ts), its good name through legitimacy (stir-public.ts). Crossings lost to it are dated in the world.
 */
export function fightWar(world: World, month: number): void {
  const war = valueAt(world.parameters, 'force.war', month);
  const growth = 1 + war * valueAt(world.parameters, 'force.war_recruits', month);
  for (let i = 0; i < world.state.ownFighters.length; i++) world.state.ownFighters[i] *= growth;
}
