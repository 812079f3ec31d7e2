import { noteEvent } from '../event.ts';
import { readTerms } from '../market.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';
import { keepBlockades } from './stir-public.ts';

/** Phase 1: the month's dated changes are in force; changes and gates that close or open are noted. */
export function applyChanges(world: World, month: number): void {
  if (valueAt(world.parameters, 'pact.breakdown', month) === 0)
    world.state.cohesion = valueAt(world.parameters, 'pact.cohesion', month);
  world.terms = readTerms(world.spec, world.parameters, month);
  keepBlockades(world, month);
  for (const change of world.experiment.changes) {
    if (change.month === month) noteEvent(world, month, { type: 'change', note: change.label });
  }
  noteOpenings(world, month);
}

function noteOpenings(world: World, month: number): void {
  const { state, terms, names } = world;
  for (let n = 0; n < terms.open.length; n++) {
    const [was, is] = [state.openBefore[n] > 0, terms.open[n] > 0];
    if (was === is) continue;
    const type = is ? 'post-opened' : 'post-closed';
    // What passed there last month is what now looks for another way.
    noteEvent(world, month, {
      type,
      placeId: names.places[n],
      amountUsd: is ? 0 : Math.round(state.trafficBefore[n]),
    });
  }
  state.openBefore.set(terms.open);
}
