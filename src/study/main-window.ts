import type { DatedChange, Experiment } from '../model/world-spec.ts';
import type { Window } from '../scenario/window.ts';

/** How long after its first change a scenario is judged: two years, both seasons twice. */
const mainMonths = 24;

/** All months that both experiments play. */
export function wholeWindow(experiment: Experiment, baseline: Experiment = experiment): Window {
  return {
    first: Math.max(experiment.timeline.firstMonth, baseline.timeline.firstMonth),
    last: Math.min(lastMonth(experiment), lastMonth(baseline)),
  };
}

/**
 * The months a scenario is judged by: 24 from its first dated change that the baseline lacks, cut off where the run ends;
 * the whole run where no such change falls inside it.
 */
export function mainWindow(experiment: Experiment, baseline?: Experiment): Window {
  const whole = wholeWindow(experiment, baseline);
  const change = ownChanges(experiment, baseline).find(
    ({ month }) => month > whole.first && month <= whole.last,
  );
  if (change === undefined) return whole;
  return { first: change.month, last: Math.min(change.month + mainMonths - 1, whole.last) };
}

/** Months over which two scenarios are compared: those that judge the first and, where it is longer, the whole run; or the one that a study asks for. */
export function windowsOfPair(
  experiment: Experiment,
  baseline: Experiment,
  asked?: Window,
): readonly Window[] {
  if (asked !== undefined) return [asked];
  const main = mainWindow(experiment, baseline);
  const whole = wholeWindow(experiment, baseline);
  return isSame(main, whole) ? [whole] : [main, whole];
}

/**
 * Months over which the means of a scenario's runs are kept. The first judges it: its own main window, that of what it is the baseline of,
 * or the one that a study asks for; the others are those of its comparisons.
 */
export function judgedWindows(
  experiment: Experiment,
  scenario: number,
  comparisons: readonly {
    readonly baseline: number;
    readonly scenario: number;
    readonly windows: readonly Window[];
  }[],
  asked?: Window,
): readonly Window[] {
  const own = comparisons.filter((pair) => pair.scenario === scenario);
  const others = comparisons.filter((pair) => pair.baseline === scenario);
  const windows = [...own, ...others].flatMap((pair) => pair.windows);
  const all = windows.length === 0 ? [asked ?? mainWindow(experiment)] : windows;
  return all.filter((window, at) => all.findIndex((other) => isSame(other, window)) === at);
}

function isSame(left: Window, right: Window): boolean {
  return left.first === right.first && left.last === right.last;
}

/** Dated changes that the baseline lacks, in order of time. */
export function ownChanges(experiment: Experiment, baseline?: Experiment): readonly DatedChange[] {
  const shared = new Set((baseline?.changes ?? []).map(nameOf));
  return experiment.changes
    .filter((change) => !shared.has(nameOf(change)))
    .sort((left, right) => left.month - right.month);
}

function nameOf(change: DatedChange): string {
  return `${change.month} ${change.label}`;
}

function lastMonth(experiment: Experiment): number {
  return experiment.timeline.firstMonth + experiment.timeline.months - 1;
}
