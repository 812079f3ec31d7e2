import { units } from '../engine/units.ts';
import type { ParameterDeclaration } from '../model/parameters.ts';
import type { Timeline } from '../model/world-spec.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { declarationOf } from '../scenario/measures.ts';
import { citeSources } from '../scenario/sources.ts';
import type { GradedValue } from '../scenario/world-file.ts';

/** What each grade of a value means. */
export const gradeWords = {
  S: 'seen in the source itself',
  S2: 'seen in a repost, translation or summary of the source',
  W: 'seen, but weak: anonymous, partisan or contradicted',
  D: 'derived by arithmetic from other values',
  assumption: 'an assumption, no source',
} as const;

/** When a rule reads a parameter. */
export const readWords: Readonly<Record<ParameterDeclaration['read'], string>> = {
  monthly: 'in every month',
  start: 'in the first month only',
  demand: 'in every month; constants of crossings are fitted to the first',
};

/** A change of a scenario that touches a parameter; `from` and `until` are months, both included. */
export interface ParameterTouch {
  readonly scenarioId: string;
  readonly from: number;
  readonly until: number;
  /** Empty for a setting that holds from the first month. */
  readonly label: string;
  readonly why: string;
  /** The formula as written. */
  readonly formula: string;
}

/** All that is known of a parameter but its value: what the model declares, what the world file says, what the scenario changes. Plain data. */
export interface ParameterFacts extends ParameterDeclaration {
  readonly low: number;
  readonly high: number;
  readonly range: GradedValue['range'];
  readonly confidence: keyof typeof gradeWords;
  /** Citations, with addresses where there are any; empty for an assumption without one. */
  readonly sources: readonly string[];
  readonly note: string;
  readonly file: string;
  readonly line: number;
  readonly touches: readonly ParameterTouch[];
}

/** The facts of every parameter of a scenario, in the order of its timeline. */
export function parameterBook(loaded: LoadedScenario): readonly ParameterFacts[] {
  return [...loaded.world.values.keys()].map((name) => parameterFacts(name, loaded));
}

/** The facts of one parameter. Throws for a name that the world has no value of. */
export function parameterFacts(name: string, loaded: LoadedScenario): ParameterFacts {
  const graded = loaded.world.values.get(name);
  const declared = declarationOf(name);
  if (graded === undefined || declared === undefined) throw new Error(`no parameter ${name}`);
  const { low, high, range, confidence, note, file, line } = graded;
  const sources = citeSources(loaded.world, graded.sources);
  return {
    ...declared,
    name,
    ...{ low, high, range, confidence, sources, note, file, line },
    touches: touchesOf(name, loaded),
  };
}

/** The changes of a scenario that touch a parameter, in the order they were laid. */
export function touchesOf(name: string, loaded: LoadedScenario): readonly ParameterTouch[] {
  return (loaded.changedBy.get(name) ?? []).map(({ scenarioId, at, until, label, why, text }) => ({
    ...{ scenarioId, from: at, until, label, why, formula: text },
  }));
}

/** A parameter's value in a month of the timeline; NaN where it has none. */
export function parameterValue(name: string, timeline: Timeline, month: number): number {
  const { names, values, firstMonth, months } = timeline;
  const row = names.indexOf(name);
  return row < 0 ? Number.NaN : (values[row * months + month - firstMonth] ?? Number.NaN);
}

/** Months from which a parameter holds a new value, with the value. */
export function parameterSteps(
  name: string,
  timeline: Timeline,
): readonly (readonly [month: number, value: number])[] {
  const { firstMonth, months } = timeline;
  return Array.from({ length: months }, (_, index) => firstMonth + index)
    .map((month) => [month, parameterValue(name, timeline, month)] as const)
    .filter(([, value], index, steps) => index === 0 || value !== steps[index - 1][1]);
}

/** A parameter's number as it is written for a reader: `12,300`, `0.0185`. */
export function parameterNumber(value: number, digits = 12): string {
  return value.toLocaleString('en', { maximumSignificantDigits: digits });
}

/** The range that a study sweeps, its ends as `write` has them; empty where there is none. */
export function rangeWords(
  { low, high, range }: Pick<ParameterFacts, 'low' | 'high' | 'range'>,
  write: (end: number) => string = parameterNumber,
): string {
  if (low === high) return '';
  const words = `${write(low)} to ${write(high)}`;
  return range === 'values' ? words : `${words} times the value`;
}

/** Unit and the bounds that no value may leave. */
export function boundsWords({ unit, min, max }: Pick<ParameterFacts, 'unit' | 'min' | 'max'>): string {
  return `${units[unit]}; from ${parameterNumber(min)} to ${parameterNumber(max)}`;
}
