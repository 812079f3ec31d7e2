import { runMonths } from '../engine/run-months.ts';
import { foundWorld } from './found-world.ts';
import { playMonth } from './month.ts';
import type { World } from './world.ts';
import type { Experiment } from './world-spec.ts';

/** The world of a run as a month left it, and what the month began with or brought that the world itself no longer tells. */
export interface WorldInMonth {
  readonly world: World;
  readonly month: number;
  /** `state.habit` before houses chose in the month. */
  readonly habitBefore: Float64Array;
  /** What factions took at each price in the month, cents. */
  readonly takeAt: Float64Array;
}

/**
 * Plays an experiment from its first month to `month` on the chance of `runKey`: the months of the run itself, so that what is asked of the
 * world is asked of that run. Throws on a month outside the run, and as `playRun` does.
 */
export function worldInMonth(experiment: Experiment, runKey: string, month: number): WorldInMonth {
  const { firstMonth, months } = experiment.timeline;
  if (!(month >= firstMonth && month < firstMonth + months))
    throw new Error(`month ${month} is none of the ${months} months of a run that starts in ${firstMonth}`);
  const world = foundWorld(experiment, runKey);
  runMonths(world, firstMonth, month - 1, playMonth);
  const habitBefore = world.state.habit.slice();
  let takeAt = new Float64Array(world.state.prices.length);
  runMonths(world, month, month, () => {
    takeAt = Float64Array.from(playMonth(world, month).takeAt);
  });
  return { world, month, habitBefore, takeAt };
}
