import type { Experiment } from '../model/world-spec.ts';
import type { Window } from '../scenario/window.ts';
import { mainWindow, wholeWindow } from '../study/main-window.ts';

/** The months in which a prediction is judged: those that judge the scenario; undefined where no change of its own comes after the first month. */
export function predictionWindow(experiment: Experiment, baseline?: Experiment): Window | undefined {
  const window = mainWindow(experiment, baseline);
  return window.first > wholeWindow(experiment, baseline).first ? window : undefined;
}

/** The twelve months before a window, fewer where the run starts later: what was known when it was predicted. */
export function yearBefore(window: Window, firstMonth: number): Window {
  return { first: Math.max(firstMonth, window.first - 12), last: window.first - 1 };
}
