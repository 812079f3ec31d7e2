import type { Experiment } from '../../model/world-spec.ts';
import type { WorldFile } from '../../scenario/world-file.ts';
import type { Change } from '../change-timeline.ts';
import { drawMap, type MapSketch } from './draw-map.ts';

/** First month of what a map changes; the year before shows that it starts at rest. */
export const changeMonth = 13;

/** A change that holds from `changeMonth` on: a value, or what it was times a factor. */
export function fromChange(change: Change): Change {
  return (month, before) => {
    if (month < changeMonth) return before;
    return typeof change === 'number' ? change : change(month, before);
  };
}

/** Prices alone: effort, skill and men stand still. */
const still = { 'need.enabled': 0, 'learning.enabled': 0, 'effort.speed_up': 0, 'effort.speed_down': 0 };

/** Three gates of one corridor side by side, each in other hands, and nothing behind them. */
export function parallelGates(toy: WorldFile, changes: Readonly<Record<string, Change>> = {}): Experiment {
  const sketch = { id: 'parallel', factions: ['a', 'b', 'c'], gates: ['a', 'b', 'c'] };
  return drawMap(toy, sketch, changes, { ...still, 'pact.cohesion': 0 });
}

/**
 * One gate of officials who ask nothing, and `owners` in a row behind it; no truck can drive around.
 * Prices move in small steps: without a bypass the answer to a charge is many times as steep as the charge.
 */
export function postsInSeries(
  toy: WorldFile,
  owners: readonly string[],
  changes: Readonly<Record<string, Change>> = {},
): Experiment {
  const factions = [...new Set(owners)];
  const sketch: MapSketch = { id: 'series', factions, gates: [null], posts: owners, months: 132 };
  const free = { 'posts.bypass_cost': 0.5, 'pact.gate_conduct': 0, 'pact.price_speed': 0.05 };
  return drawMap(toy, sketch, changes, { ...still, ...free, 'pact.cohesion': 0 });
}

/** Two gates and a bridge behind them with effort, need and learning as in the toy world. */
export function toyMap(
  toy: WorldFile,
  changes: Readonly<Record<string, Change>> = {},
  more: Partial<MapSketch> = {},
): Experiment {
  const sketch = { id: 'toy', factions: ['a', 'b'], gates: ['a', 'b'], posts: ['a'], ...more };
  return drawMap(toy, sketch, changes);
}
