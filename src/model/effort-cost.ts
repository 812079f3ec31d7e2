import { marginalTake } from './collection.ts';
import { lineCount } from './effort.ts';
import { effortLines } from './lines.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/**
 * What effort costs on each line after shares have moved, `i * lines + l`, USD: on customs and inland posts what effort 1 would have brought at the start on the stakes
 * held now, so that a stake given brings its cost with it and moves no effort by itself; elsewhere the start's.
 */
export function marginalAtStakes(world: World): Float64Array {
  const { network, start, state, parameters, experiment, spec } = world;
  const out = start.marginal.slice();
  const gates = network.crossings;
  for (const line of ['customs', 'inland'] as const) {
    const l = effortLines.indexOf(line);
    const reach = {
      reach: line === 'customs' ? start.gateReach : start.postReach,
      returns: valueAt(parameters, `lines.${line}.returns`, experiment.timeline.firstMonth),
      skill: Float64Array.from(spec.factions, (faction) => faction.strengths[line] ?? 1),
      effort: new Float64Array(network.factions).fill(1),
    };
    const [from, to] = line === 'customs' ? [0, gates] : [gates, gates + network.posts];
    for (let i = 0; i < network.factions; i++)
      out[i * lineCount + l] = marginalTake(state.holdings, reach, i, start.pool, from, to);
  }
  return out;
}
