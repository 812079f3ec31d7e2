import type { Unit } from '../../engine/units.ts';
import type { RuleName } from '../rules.ts';

/**
 * A number that a world file values and a scenario may change, by month.
 * A name with `*` is declared once for every entity of that kind: `crossings.*.open` is `crossings.upper-gate.open` in a scenario.
 */
export interface ParameterDeclaration {
  readonly name: string;
  readonly unit: Unit;
  /** Smallest value allowed, included. */
  readonly min: number;
  /** Largest value allowed, included. */
  readonly max: number;
  readonly meaning: string;
  /** The rule that reads it, as the section of docs/model.md. */
  readonly rule: RuleName;
  /** `demand`: constants of crossings are fitted to its first month. `start`: only its first month is read. */
  readonly read: 'monthly' | 'start' | 'demand';
}

/** A declaration in one line: name, unit, least and most, rule, meaning, and when it is read. */
export function declare(
  name: string,
  unit: Unit,
  min: number,
  max: number,
  rule: RuleName,
  meaning: string,
  read: ParameterDeclaration['read'] = 'monthly',
): ParameterDeclaration {
  return { name, unit, min, max, rule, meaning, read };
}

/** A bound for money that no world reaches. */
export const huge = 1e13;
