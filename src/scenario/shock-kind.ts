import type { Shock } from './shock.ts';

/** A kind of shock that a user may choose from a list. */
export interface ShockKind {
  /** Kebab-case, for tests and tables. */
  readonly id: string;
  /** What is done, as a sentence without subject: `close a crossing`. */
  readonly name: string;
  /** What it must be told besides: one of the world's crossings, a parameter and a formula, or nothing. */
  readonly asks: 'crossing' | 'formula' | 'nothing';
  /** Strengths to choose from, the mildest first; exactly one where there is nothing to choose. */
  readonly strengths: readonly ShockStrength[];
  /** Place of the strength that is offered first. */
  readonly usual: number;
  /** Months that it is offered for first; undefined for good. */
  readonly months: number | undefined;
}

/** One strength of a kind of shock. */
export interface ShockStrength {
  /** As it is shown, and as it goes on after the name of its kind: `by 55%`, `in half the days`. */
  readonly words: string;
  /** Parameter names to formulas; `<crossing>` in a name stands for the id of the crossing that is chosen. */
  readonly set: Shock['set'];
}
