import type { Unit } from '../engine/units.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import type { Confidence } from './world-schema.ts';

/** A number of a world with all that is known of where it comes from. */
export interface GradedValue {
  /** `patron.transfer`, `crossings.upper-gate.open`, `factions.north.capacity`, `crossings.upper-gate.holders.north`. */
  readonly name: string;
  readonly unit: Unit;
  /** Month and value, in order of time; one entry for a number without dates. Before the first and after the last it holds. */
  readonly points: readonly (readonly [month: number, value: number])[];
  /** Between two points: the earlier one, or a straight line. */
  readonly between: 'hold' | 'linear';
  /** The range a study sweeps: values themselves, or factors on every point when `range` says so. */
  readonly low: number;
  readonly high: number;
  readonly range: 'values' | 'factors';
  /** Keys of the world's `sources`; empty for an assumption without one. */
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly note: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A source as a world file gives it. */
export interface Source {
  readonly cite: string;
  readonly url?: string;
}

/** A world as its folder tells it: what a run needs, and where every number of it comes from. */
export interface WorldFile {
  readonly id: string;
  /** The folder it was read from. */
  readonly folder: string;
  readonly about: string;
  readonly spec: WorldSpec;
  /** Every parameter, entities spelled out, in the order of a `Timeline`. */
  readonly values: ReadonlyMap<string, GradedValue>;
  /** Every other number of the world, by the path that leads to it. */
  readonly facts: ReadonlyMap<string, GradedValue>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A graded value in one month: the point before it, or the straight line between two, as the world file says. */
export function valueInMonth(value: GradedValue, month: number): number {
  const { points } = value;
  if (month <= points[0][0]) return points[0][1];
  const next = points.findIndex(([from]) => from > month);
  if (next < 0) return points[points.length - 1][1];
  const [fromMonth, from] = points[next - 1];
  if (value.between === 'hold') return from;
  const [toMonth, to] = points[next];
  return from + ((to - from) * (month - fromMonth)) / (toMonth - fromMonth);
}
