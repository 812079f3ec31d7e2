import { formatMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import type { Timeline } from '../model/world-spec.ts';
import type { ParameterChange } from './timeline.ts';
import type { WorldFile } from './world-file.ts';

/** Parameters of which the first must not exceed the second in any month, and why. */
const ordered = [
  ['trade.channel_nest', 'trade.crossing_nest', 'the channels of one crossing are more alike than crossings'],
] as const;

/** Parameters that are each within bounds but do not fit together; the first month of each such pair. */
export function reportOrder(
  timeline: Timeline,
  world: WorldFile,
  changedBy: ReadonlyMap<string, readonly ParameterChange[]>,
): readonly Problem[] {
  return ordered.flatMap(([lower, upper, why]) => {
    const index = firstCrossing(rowOf(timeline, lower), rowOf(timeline, upper));
    if (index < 0) return [];
    const [low, high] = [rowOf(timeline, lower)[index], rowOf(timeline, upper)[index]];
    const month = formatMonth(timeline.firstMonth + index);
    const message = `"${lower}" is ${low} in ${month}, above "${upper}", which is ${high}: ${why}. Lower the one or raise the other.`;
    return [{ ...placeOf([lower, upper], world, changedBy), message }];
  });
}

function firstCrossing(lower: Float64Array, upper: Float64Array): number {
  return lower.findIndex((value, index) => value > upper[index]);
}

function rowOf({ names, values, months }: Timeline, name: string): Float64Array {
  const row = names.indexOf(name);
  return values.subarray(row * months, (row + 1) * months);
}

/** The last change that touched one of them, or else where the world file values the first. */
function placeOf(
  names: readonly string[],
  world: WorldFile,
  changedBy: ReadonlyMap<string, readonly ParameterChange[]>,
): Partial<Problem> {
  const last = names.flatMap((name) => changedBy.get(name) ?? []).at(-1);
  if (last !== undefined) return last.place;
  const { file, line } = world.values.get(names[0])!;
  return { file, line };
}
