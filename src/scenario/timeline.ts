import { formatMonth } from '../engine/calendar.ts';
import { pow } from '../engine/maths.ts';
import type { Problem } from '../engine/problem.ts';
import type { DatedChange, Timeline } from '../model/world-spec.ts';
import type { Formula } from './formula.ts';
import type { FilePlace } from './locate.ts';
import { declarationOf, outside } from './measures.ts';
import { didYouMean } from './nearest.ts';
import { reportOrder } from './report-order.ts';
import { valueInMonth, type WorldFile } from './world-file.ts';

/** A parameter, or all that a `*` stands for, set to a formula. */
export interface Assignment {
  readonly name: string;
  /** The formula as written. */
  readonly text: string;
  readonly formula: Formula;
  readonly namePlace: Partial<FilePlace>;
  readonly valuePlace: Partial<FilePlace>;
}

/** A dated change of a scenario. */
export interface LayerChange {
  readonly at: number;
  /** Last month in which it holds, included; infinity when it holds for good. */
  readonly until: number;
  readonly halfLifeMonths: number | undefined;
  readonly label: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly place: Partial<FilePlace>;
  readonly sourcePlace: Partial<FilePlace>;
  readonly assignments: readonly Assignment[];
}

/** What one scenario lays over what it builds on: settings from the first month on, then its changes in order of date. */
export interface Layer {
  readonly scenarioId: string;
  readonly settings: readonly Assignment[];
  readonly changes: readonly LayerChange[];
}

/** The months a run lasts. */
export interface Span {
  readonly firstMonth: number;
  readonly months: number;
}

/** Which change touched a parameter, for `explain`; `at` to `until` are months, both included and cut to the run. */
export interface ParameterChange {
  readonly scenarioId: string;
  /** Empty for a setting that holds from the first month. */
  readonly label: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly at: number;
  readonly until: number;
  /** The formula as written. */
  readonly text: string;
  readonly place: Partial<FilePlace>;
}

/** Parameters by month, the changes to mark, and which change touched what. */
export interface BuiltTimeline {
  readonly timeline: Timeline;
  readonly changes: readonly DatedChange[];
  readonly changedBy: ReadonlyMap<string, readonly ParameterChange[]>;
  readonly problems: readonly Problem[];
}

/** What is being built, month by month. */
interface Draft {
  readonly world: WorldFile;
  readonly span: Span;
  readonly names: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly baseline: Float64Array;
  readonly values: Float64Array;
  readonly changedBy: Map<string, ParameterChange[]>;
  readonly problems: Problem[];
}

/**
 * Lays scenarios over a world, the extended one first. In each month a change sees `baseline`, the world file's value, and
 * `current`, what earlier changes left; it holds from `at` through `until`, and with a half-life its distance from
 * `current` halves. A name unknown, a value without end or out of bounds in any month of the run is a problem.
 */
export function buildTimeline(world: WorldFile, layers: readonly Layer[], span: Span): BuiltTimeline {
  const draft = startDraft(world, span);
  for (const layer of layers) {
    const fromStart = { ...noChange, at: span.firstMonth, assignments: layer.settings };
    for (const change of [fromStart, ...layer.changes]) applyChange(draft, layer.scenarioId, change);
  }
  const { names, values, baseline, changedBy, problems } = draft;
  const timeline = { ...span, names, values, believed: baseline };
  problems.push(...reportOrder(timeline, world, changedBy));
  return { timeline, changes: marksOf(layers, span), changedBy, problems };
}

const noChange: LayerChange = {
  at: 1,
  until: Number.POSITIVE_INFINITY,
  halfLifeMonths: undefined,
  label: '',
  why: '',
  sources: [],
  place: {},
  sourcePlace: {},
  assignments: [],
};

function startDraft(world: WorldFile, span: Span): Draft {
  const names = [...world.values.keys()];
  const baseline = new Float64Array(names.length * span.months);
  for (const [row, value] of [...world.values.values()].entries())
    for (let index = 0; index < span.months; index++)
      baseline[row * span.months + index] = valueInMonth(value, span.firstMonth + index);
  const rows = new Map(names.map((name, row) => [name, row]));
  return { world, span, names, rows, baseline, values: baseline.slice(), changedBy: new Map(), problems: [] };
}

function applyChange(draft: Draft, scenarioId: string, change: LayerChange): void {
  for (const assignment of change.assignments) {
    const names = expandName(assignment.name, draft.names);
    if (names.length === 0) draft.problems.push(unknownName(assignment, draft.names));
    for (const name of names) {
      const lastMonth = draft.span.firstMonth + draft.span.months - 1;
      const touched = draft.changedBy.get(name) ?? [];
      const { label, why, sources } = change;
      const { text, namePlace: place } = assignment;
      const [at, until] = [Math.max(change.at, draft.span.firstMonth), Math.min(change.until, lastMonth)];
      if (at <= until)
        draft.changedBy.set(name, [...touched, { scenarioId, label, why, sources, at, until, text, place }]);
      const fault = assign(draft, name, change, assignment.formula) ?? findUseless(draft, name, change);
      if (fault !== undefined) draft.problems.push({ ...assignment.valuePlace, message: fault });
    }
  }
}

/** Writes one parameter's months; what is wrong in the first bad month, as a sentence. */
function assign(draft: Draft, name: string, change: LayerChange, formula: Formula): string | undefined {
  const { span, baseline, values } = draft;
  const measure = declarationOf(name)!;
  const row = draft.rows.get(name)! * span.months;
  const lastMonth = Math.min(change.until, span.firstMonth + span.months - 1);
  for (let month = Math.max(change.at, span.firstMonth); month <= lastMonth; month++) {
    const cell = row + month - span.firstMonth;
    const since = month - change.at;
    const prior = values[cell];
    const wanted = formula({ baseline: baseline[cell], current: prior, months_since: since });
    const value = fade(prior, wanted, since, change.halfLifeMonths);
    const fault = outside(value, measure);
    if (fault !== undefined) return `"${name}" would be ${value} in ${formatMonth(month)}: ${fault}.`;
    values[cell] = value;
  }
  return undefined;
}

function fade(prior: number, wanted: number, since: number, halfLife: number | undefined): number {
  if (halfLife === undefined) return wanted;
  return prior + (wanted - prior) * pow(2, -since / halfLife);
}

/** A parameter that is read only at the start cannot be changed later. */
function findUseless(draft: Draft, name: string, change: LayerChange): string | undefined {
  if (declarationOf(name)!.read !== 'start' || change.at <= draft.span.firstMonth) return undefined;
  return `"${name}" is read only in the first month of a run, so a change in ${formatMonth(change.at)} does nothing. Put it under "set" at the top of the file.`;
}

/** Names that a name with or without `*` stands for; a star is one whole part of it. */
function expandName(pattern: string, names: readonly string[]): readonly string[] {
  const parts = pattern.split('.');
  if (parts.filter((part) => part === '*').length > 1) return [];
  return names.filter((name) => {
    const given = name.split('.');
    return (
      given.length === parts.length && parts.every((part, index) => part === '*' || part === given[index])
    );
  });
}

function unknownName({ name, namePlace }: Assignment, names: readonly string[]): Problem {
  const stars = names.map((known) => known.split('.')).filter((parts) => parts.length === 3);
  const known = [...names, ...new Set(stars.map(([kind, , key]) => `${kind}.*.${key}`))];
  const hint = didYouMean(name, known) || ' "maabar explain --parameters" lists them all.';
  return { ...namePlace, message: `"${name}" is no parameter.${hint}` };
}

/** Changes whose first month lies within the run, in order of date; at one date the extended scenario's come first. */
function marksOf(layers: readonly Layer[], { firstMonth, months }: Span): readonly DatedChange[] {
  return layers
    .flatMap((layer) => layer.changes)
    .filter((change) => change.at >= firstMonth && change.at < firstMonth + months)
    .sort((a, b) => a.at - b.at)
    .map(({ at, label, why }) => ({ month: at, label, why }));
}
