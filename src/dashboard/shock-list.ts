import type { Shock } from '../scenario/shock.ts';

/** Shocks that were thrown in, in the order of firing, and those taken back, the latest last. */
export interface ShockList {
  readonly shocks: readonly Shock[];
  readonly undone: readonly Shock[];
}

/** Nothing thrown in. */
export const noShocks: ShockList = { shocks: [], undone: [] };

/** The list with one more; what was taken back before can no longer be brought back. */
export function fire({ shocks }: ShockList, shock: Shock): ShockList {
  return { shocks: [...shocks, shock], undone: [] };
}

/** The list without its latest shock; itself when it is empty. */
export function undo(list: ShockList): ShockList {
  const latest = list.shocks.at(-1);
  return latest === undefined ? list : { shocks: list.shocks.slice(0, -1), undone: [...list.undone, latest] };
}

/** The list with the shock that was taken back last; itself when there is none. */
export function redo(list: ShockList): ShockList {
  const latest = list.undone.at(-1);
  return latest === undefined ? list : { shocks: [...list.shocks, latest], undone: list.undone.slice(0, -1) };
}
