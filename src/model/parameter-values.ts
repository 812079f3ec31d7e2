import type { Timeline } from './world-spec.ts';

/** The parameters of a run, by name and month. */
export interface ParameterValues {
  readonly timeline: Timeline;
  readonly rows: ReadonlyMap<string, number>;
}

/** Indexes a timeline by name. */
export function readParameters(timeline: Timeline): ParameterValues {
  return { timeline, rows: new Map(timeline.names.map((name, row) => [name, row])) };
}

/** A parameter's value in a month of the run. Throws on a name that no declaration has: a fault of ours, never of the user's. */
export function valueAt(parameters: ParameterValues, name: string, month: number): number {
  const row = parameters.rows.get(name);
  if (row === undefined) throw new Error(`no parameter ${name}`);
  return rowAt(parameters.timeline, row, month);
}

/** The values of `kind.<id>.attribute` for a list of entities, in their order, into `out`. */
export function entityValues(
  parameters: ParameterValues,
  kind: string,
  ids: readonly string[],
  attribute: string,
  month: number,
  out: Float64Array,
): void {
  for (let i = 0; i < ids.length; i++) out[i] = valueAt(parameters, `${kind}.${ids[i]}.${attribute}`, month);
}

function rowAt(timeline: Timeline, row: number, month: number): number {
  return timeline.values[row * timeline.months + (month - timeline.firstMonth)];
}
