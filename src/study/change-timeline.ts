import type { Experiment } from '../model/world-spec.ts';

/** What a parameter becomes in a month, given the month and what it was. */
export type Change = number | ((month: number, before: number) => number);

/**
 * An experiment with some parameters changed; a name may hold `*` for one whole part. All else is shared with the original.
 * Throws on a name that matches none: a fault of ours, never of the user's.
 */
export function changeRows(experiment: Experiment, changes: Readonly<Record<string, Change>>): Experiment {
  const { names, months, firstMonth, values: before } = experiment.timeline;
  const values = before.slice();
  for (const [pattern, change] of Object.entries(changes)) {
    const rows = names.flatMap((name, row) => (matches(pattern, name) ? [row] : []));
    if (rows.length === 0) throw new Error(`no parameter ${pattern}`);
    for (const row of rows)
      for (let at = 0; at < months; at++) {
        const cell = row * months + at;
        values[cell] = typeof change === 'number' ? change : change(firstMonth + at, before[cell]);
      }
  }
  return { ...experiment, timeline: { ...experiment.timeline, values } };
}

/** An experiment whose parameters of a kind are those of another one: one difference between two scenarios taken back. Both play the same world and months. */
export function takeRows(
  experiment: Experiment,
  other: Experiment,
  isTaken: (name: string) => boolean,
): Experiment {
  const { names, months } = experiment.timeline;
  const values = experiment.timeline.values.slice();
  const rowsOfOther = new Map(other.timeline.names.map((name, row) => [name, row]));
  names.forEach((name, row) => {
    const from = rowsOfOther.get(name);
    if (from === undefined || !isTaken(name)) return;
    values.set(other.timeline.values.subarray(from * months, (from + 1) * months), row * months);
  });
  return { ...experiment, timeline: { ...experiment.timeline, values } };
}

/** An experiment that ends after its first `months` months; the months it plays are the same as in the whole. */
export function cutShort(experiment: Experiment, months: number): Experiment {
  const { names, months: all, values, firstMonth } = experiment.timeline;
  if (months >= all) return experiment;
  const kept = values.filter((_, cell) => cell % all < months);
  return { ...experiment, timeline: { firstMonth, months, names, values: kept } };
}

/** One parameter by month, from the first month of the run. Throws on a name that the experiment lacks. */
export function rowOf(experiment: Experiment, name: string): Float64Array {
  const { names, months, values } = experiment.timeline;
  const row = names.indexOf(name);
  if (row < 0) throw new Error(`no parameter ${name}`);
  return values.slice(row * months, (row + 1) * months);
}

/** Whether two experiments differ in any parameter of a kind. */
export function differIn(
  experiment: Experiment,
  other: Experiment,
  isAsked: (name: string) => boolean,
): boolean {
  return experiment.timeline.names
    .filter(isAsked)
    .some((name) => rowOf(experiment, name).some((value, at) => value !== rowOf(other, name)[at]));
}

function matches(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const [wanted, given] = [pattern.split('.'), name.split('.')];
  return (
    wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index])
  );
}
