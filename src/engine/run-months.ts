import { formatMonth } from './calendar.ts';

/**
 * Plays a world month by month, from `firstMonth` to `lastMonth`, both included; none when the first is past the last.
 * `playMonth` changes the world in place; `onMonth` is told after each month, and only looks.
 * An error is thrown on with the month in front of its message and itself as `cause`.
 */
export function runMonths<World>(
  world: World,
  firstMonth: number,
  lastMonth: number,
  playMonth: (world: World, month: number) => void,
  onMonth?: (month: number, world: World) => void,
): void {
  for (let month = firstMonth; month <= lastMonth; month++) {
    try {
      playMonth(world, month);
    } catch (cause) {
      throw new Error(`${formatMonth(month)}: ${messageOf(cause)}`, { cause });
    }
    onMonth?.(month, world);
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
