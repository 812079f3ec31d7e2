import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';

/** A pattern of the world, a comparative static, or a relation that must hold whatever the numbers are. */
export type RowKind = 'pattern' | 'comparative' | 'metamorphic';

/** Where the model's value should lie; bounds are included. `lo` or `hi` missing: any value on that side. */
export interface Band {
  readonly lo?: number;
  readonly hi?: number;
}

/** Above 0: the 95% interval of a paired difference excludes 0 with this sign. */
export const rises: Band = { lo: 0 };
/** Below 0. */
export const falls: Band = { hi: 0 };

/** What a row of the table says, whether or not the model can answer it. */
export interface RowText {
  /** Stable: docs/validation.md names it. */
  readonly id: string;
  readonly kind: RowKind;
  /** What is measured in the model. */
  readonly about: string;
  /** What was seen in the world, or why this sign is expected. */
  readonly seen: string;
  readonly source: string;
  readonly band: Band;
  /** `calibrated`: a parameter was set with this in view, so that it is no evidence. */
  readonly use: 'calibrated' | 'judged';
  readonly unit: 'share' | 'usd' | 'ratio' | 'count';
}

/** One replicate's value, or the two parts of a ratio whose means are divided. */
export type Measured = number | { readonly top: number; readonly bottom: number };

/** A row that the model answers: which runs it needs, and what it reads from one replicate of each. */
export interface MeasuredRow extends RowText {
  readonly runs: Readonly<Record<string, Experiment>>;
  readonly measure: (runs: Readonly<Record<string, RunRecord>>) => Measured;
}

/** A row that the model cannot answer yet. */
export interface UnansweredRow extends RowText {
  readonly reason: string;
}

/** A line of the table of `maabar validate`. */
export type ValidationRow = MeasuredRow | UnansweredRow;

/** A row whose rule the model does not have. */
export function notBuilt(text: RowText): UnansweredRow {
  const { id, kind, about, seen, source, band, use, unit } = text;
  return { id, kind, about, seen, source, band, use, unit, reason: 'rule not built' };
}

/** The band in words: `0.08 to 0.15`, `above 0`. */
export function bandWords({ lo, hi }: Band): string {
  if (lo === undefined && hi === undefined) return 'as found';
  if (lo === undefined) return hi === 0 ? 'below 0' : `at most ${number(hi!)}`;
  if (hi === undefined) return lo === 0 ? 'above 0' : `at least ${number(lo)}`;
  return lo === hi ? `exactly ${number(lo)}` : `${number(lo)} to ${number(hi)}`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
