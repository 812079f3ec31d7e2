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
  return ordered.flatMap((pair) => {
    const fault = faultOf(timeline, pair);
    if (fault === undefined) return [];
    const message = `${fault}. Lower the one or raise the other.`;
    return [{ ...placeOf([pair[0], pair[1]], world, changedBy), message }];
  });
}

/** The first such pair as words; undefined where all fit. A timeline that lacks one of the two has no fault in it. */
export function findDisorder(timeline: Timeline): string | undefined {
  return ordered
    .filter(([lower, upper]) => timeline.names.includes(lower) && timeline.names.includes(upper))
    .map((pair) => faultOf(timeline, pair))
    .find((fault) => fault !== undefined);
}

function faultOf(timeline: Timeline, [lower, upper, why]: (typeof ordered)[number]): string | undefined {
  const index = firstCrossing(rowOf(timeline, lower), rowOf(timeline, upper));
  if (index < 0) return undefined;
  const [low, high] = [rowOf(timeline, lower)[index], rowOf(timeline, upper)[index]];
  const month = formatMonth(timeline.firstMonth + index);
  return `"${lower}" is ${low} in ${month}, above "${upper}", which is ${high}: ${why}`;
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
