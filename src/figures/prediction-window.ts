import type { Experiment } from '../model/world-spec.ts';
import type { Window } from '../scenario/window.ts';
import { mainWindow, ownChanges, wholeWindow } from '../study/main-window.ts';

/** The change that is predicted, and the months in which the answers are judged. */
export interface PredictedChange {
  readonly window: Window;
  /** What changes in the window's first month, as the scenario says it. */
  readonly label: string;
}

/** The scenario's first change that its baseline lacks, with the months that judge it; undefined where none comes after the first month. */
export function predictedChange(experiment: Experiment, baseline?: Experiment): PredictedChange | undefined {
  const window = mainWindow(experiment, baseline);
  if (window.first === wholeWindow(experiment, baseline).first) return undefined;
  const changes = ownChanges(experiment, baseline).filter(({ month }) => month === window.first);
  return { window, label: changes.map(({ label }) => label).join('; ') };
}

/** The twelve months before a window, fewer where the run starts later: what was known when it was predicted. */
export function yearBefore(window: Window, firstMonth: number): Window {
  return { first: Math.max(firstMonth, window.first - 12), last: window.first - 1 };
}
