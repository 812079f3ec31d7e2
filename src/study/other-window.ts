import type { Window } from '../scenario/window.ts';
import { windowMeans } from './compare.ts';
import { byMonth, type KeptRun } from './kept-run.ts';
import type { Plan } from './plan.ts';

/** A plan whose runs are all judged over one window of months, whatever it was made with. */
export function inWindow(plan: Plan, window: Window): Plan {
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, windows: [window] })),
    comparisons: plan.comparisons.map((comparison) => ({ ...comparison, windows: [window] })),
  };
}

/** Whether the runs of a plan can be judged over a window: their means over it are kept, or all of their months are. */
export function knowsWindow({ tables, scenarios }: Plan, window: Window): boolean {
  return tables.includes('by_month') || scenarios.every(({ windows }) => placeOf(window, windows) >= 0);
}

/** A kept run with its means over one window, for `inWindow`'s plan. `plan` is that of its folder, and knows the window. */
export function runInWindow(plan: Plan, window: Window, run: KeptRun): KeptRun {
  if (run.status === 'failed') return run;
  const width = plan.outcomes.length;
  const at = placeOf(window, plan.scenarios[run.place.scenario].windows);
  if (at >= 0) return { ...run, means: run.means.subarray(at * width, (at + 1) * width) };
  return { ...run, means: windowMeans(byMonth(run.tables), plan.firstMonth, window) };
}

function placeOf({ first, last }: Window, windows: readonly Window[]): number {
  return windows.findIndex((each) => each.first === first && each.last === last);
}
