import { formatMonth } from '../engine/calendar.ts';
import { InvalidInput } from '../engine/problem.ts';
import { formatWindow, type Window } from '../scenario/window.ts';
import { inWindow, knowsWindow, runInWindow } from './other-window.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { refuseGaps } from './refuse-gaps.ts';
import { readRuns } from './session.ts';
import { type Comparison, type Summary, summarise } from './summarise.ts';

/** A study's comparisons, read from what its folder keeps. */
export interface FolderComparison {
  readonly plan: Plan;
  readonly summary: Summary;
}

/**
 * Compares the scenarios of a study's folder from its chunks; plays nothing, and needs no model that computes as the one that made them.
 * `window` asks for other months than the study's own; `onPoint` is told of each point of the design. Throws ForeignFolder where the
 * folder is none of a study, or is not worked to its end; InvalidInput for a window that it cannot answer.
 */
export function compareFolder(
  folder: string,
  window: Window | undefined,
  onPoint: (point: number, comparisons: readonly Comparison[]) => void = () => {},
): FolderComparison {
  const plan = readPlan(folder);
  refuseGaps(folder, plan);
  if (window !== undefined) refuseWindow(plan, window);
  const asked = window === undefined ? plan : inWindow(plan, window);
  const summariser = summarise(asked, onPoint);
  for (const run of readRuns(folder, plan))
    summariser.add(window === undefined ? run : runInWindow(plan, window, run));
  return { plan: asked, summary: summariser.finish() };
}

function refuseWindow(plan: Plan, window: Window): void {
  const last = plan.firstMonth + plan.months - 1;
  if (window.first < plan.firstMonth || window.last > last)
    throw unanswered(
      `--window ${formatWindow(window)} lies outside these runs, which last from ${formatMonth(plan.firstMonth)} to ${formatMonth(last)}.`,
    );
  if (knowsWindow(plan, window)) return;
  const kept = [...new Set(plan.scenarios.flatMap(({ windows }) => windows.map(formatWindow)))];
  throw unanswered(
    `This folder keeps no months, only means over ${kept.join(' and ')}. Ask for one of them, or work the study again with "--window ${formatWindow(window)}".`,
  );
}

function unanswered(message: string): InvalidInput {
  return new InvalidInput([{ message }]);
}
