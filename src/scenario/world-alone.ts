import { InvalidInput } from '../engine/problem.ts';
import type { Experiment } from '../model/world-spec.ts';
import { loadWorld } from './load-world.ts';
import { buildTimeline } from './timeline.ts';

/** A world's first month with no scenario laid over it: what its map is. Throws `InvalidInput` with every problem of the folder. */
export function worldAlone(folder: string): Experiment {
  const world = loadWorld(folder);
  const { timeline, changes, problems } = buildTimeline(world, [], { firstMonth: 1, months: 1 });
  if (problems.length > 0) throw new InvalidInput(problems);
  return { scenarioId: world.id, title: world.spec.title, world: world.spec, timeline, changes };
}
