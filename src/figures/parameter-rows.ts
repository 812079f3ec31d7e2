import { nameMonth } from '../engine/calendar.ts';
import type { RuleName } from '../model/rules.ts';
import type { Timeline } from '../model/world-spec.ts';
import { type ParameterFacts, type ParameterTouch, parameterNumber } from './parameter-facts.ts';

/** A parameter in a month. */
export interface ParameterRow {
  readonly facts: ParameterFacts;
  readonly value: number;
  /** What the world file has; NaN where the run does not know. */
  readonly believed: number;
  /** What the scenario does to it, in words; empty for nothing. */
  readonly changedBy: string;
  /** Whether a change is in force in the month. */
  readonly isChanged: boolean;
}

/** Orders of the list of parameters: as the model declares them, by name, worst grade first, those that the scenario changes first. */
export const parameterOrders = ['by rule', 'by name', 'worst grade first', 'changed first'] as const;

/** Every parameter in a month; parameters that the timeline has no row of are left out. */
export function parameterRows(
  book: readonly ParameterFacts[],
  timeline: Timeline,
  month: number,
): readonly ParameterRow[] {
  const rows = new Map(timeline.names.map((name, row) => [name, row]));
  const at = month - timeline.firstMonth;
  return book.flatMap((facts) => {
    const row = rows.get(facts.name);
    if (row === undefined) return [];
    const cell = row * timeline.months + at;
    const value = timeline.values[cell];
    const believed = timeline.believed?.[cell] ?? Number.NaN;
    return [{ facts, value, believed, changedBy: changeWords(facts), isChanged: isTouched(facts, month) }];
  });
}

/** The rows in an order of `parameterOrders`, counted on past its end. */
export function sortParameters<Row extends ParameterRow>(
  rows: readonly Row[],
  order: number,
  isReversed: boolean,
): readonly Row[] {
  const byName = (a: ParameterRow, b: ParameterRow): number => compareText(a.facts.name, b.facts.name);
  const sorts: Readonly<
    Record<(typeof parameterOrders)[number], (a: ParameterRow, b: ParameterRow) => number>
  > = {
    'by rule': () => 0,
    'by name': byName,
    'worst grade first': (a, b) => gradeRank(a) - gradeRank(b) || byName(a, b),
    'changed first': (a, b) => b.facts.touches.length - a.facts.touches.length || byName(a, b),
  };
  const sorted = [...rows].sort(sorts[parameterOrders[order % parameterOrders.length]]);
  return isReversed ? sorted.reverse() : sorted;
}

/** The parameters that rules read, rule by rule, those of the subject itself and those that the scenario touches first; of those of one crossing, post, neighbour or kind of goods only those whose id is in `own`. */
export function parametersOfRules(
  rows: readonly ParameterRow[],
  names: readonly RuleName[],
  own: readonly string[],
): readonly ParameterRow[] {
  const belongs = ({ name }: ParameterFacts): boolean => {
    const parts = name.split('.');
    return parts.length < 3 || own.includes(parts[1]);
  };
  const rank = ({ facts }: ParameterRow): number => {
    if (facts.name.split('.').length > 2) return 0;
    return facts.touches.length > 0 ? 1 : 2;
  };
  return names.flatMap((rule) =>
    rows.filter(({ facts }) => facts.rule === rule && belongs(facts)).sort((a, b) => rank(a) - rank(b)),
  );
}

const gradeOrder: readonly ParameterFacts['confidence'][] = ['assumption', 'W', 'D', 'S2', 'S'];

function gradeRank({ facts }: ParameterRow): number {
  return gradeOrder.indexOf(facts.confidence);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function isTouched({ touches }: ParameterFacts, month: number): boolean {
  return touches.some(({ from, until }) => from <= month && month <= until);
}

function changeWords({ touches }: ParameterFacts): string {
  return touches.map(touchWords).join('; ');
}

/** What a change does not say of its formula: its label and month. */
export function touchWords({ label, from }: ParameterTouch): string {
  return label === '' ? 'set at the start' : `${label}, ${nameMonth(from)}`;
}

/** A value as a list shows it: four digits at most, millions shortened. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '-';
  const size = Math.abs(value);
  if (size >= 1e9) return `${parameterNumber(value / 1e9, 3)}bn`;
  if (size >= 1e6) return `${parameterNumber(value / 1e6, 3)}m`;
  return parameterNumber(value, 4);
}
