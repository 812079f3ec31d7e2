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
