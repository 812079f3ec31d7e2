import type { WrittenVariation } from './study-schema.ts';

/** Where the numbers of a varied parameter come from. */
export type Spread =
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'uniform'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'loguniform'; readonly lo: number; readonly hi: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly deviation: number;
      readonly lo?: number;
      readonly hi?: number;
    }
  | { readonly kind: 'triangular'; readonly lo: number; readonly mode: number; readonly hi: number };

/** A parameter that a study varies. */
export interface VariedParameter {
  readonly name: string;
  /** `value`: the number itself; `scale`: what the scenario has in each month times the number. */
  readonly as: 'value' | 'scale';
  /** First month that is changed, as a number of the calendar. */
  readonly from: number;
  /** Scenarios in which it is changed, as places in the study's list; null for all. */
  readonly scenarios: readonly number[] | null;
  readonly spread: Spread;
}

/** The spread that a file gives, or what is wrong with it as words that follow the parameter's name. */
export function spreadOf(written: WrittenVariation): Spread | string {
  const { values, range, distribution } = written;
  const given = [values, range, distribution].filter((each) => each !== undefined).length;
  if (given !== 1) return 'needs exactly one of "values", "range" and "distribution"';
  if (values !== undefined) return { kind: 'values', values };
  return range === undefined ? drawn(distribution!) : uniform('uniform', range);
}

function uniform(kind: 'uniform' | 'loguniform', [lo, hi]: readonly [number, number]): Spread | string {
  if (lo >= hi) return `has an empty range, from ${lo} to ${hi}. Give the lower number first`;
  if (kind === 'loguniform' && lo <= 0) return `is spread by its logarithm, so ${lo} must be above 0`;
  return { kind, lo, hi };
}

function drawn(given: NonNullable<WrittenVariation['distribution']>): Spread | string {
  if (Object.keys(given).length !== 1)
    return 'needs exactly one distribution: uniform, loguniform, normal or triangular';
  if (given.uniform !== undefined) return uniform('uniform', given.uniform);
  if (given.loguniform !== undefined) return uniform('loguniform', given.loguniform);
  return given.normal === undefined ? triangular(given.triangular!) : normal(given.normal);
}

function triangular([lo, mode, hi]: readonly [number, number, number]): Spread | string {
  if (lo < hi && lo <= mode && mode <= hi) return { kind: 'triangular', lo, mode, hi };
  return `has a triangle from ${lo} over ${mode} to ${hi}; the three must rise`;
}

function normal({ mean, deviation, lo, hi }: Extract<Normal, object>): Spread | string {
  if (lo !== undefined && hi !== undefined && lo >= hi) return `has an empty range, from ${lo} to ${hi}`;
  return {
    kind: 'normal',
    mean,
    deviation,
    ...(lo === undefined ? {} : { lo }),
    ...(hi === undefined ? {} : { hi }),
  };
}

type Normal = NonNullable<WrittenVariation['distribution']>['normal'];

/** The same spread, kept within bounds where it has none of its own: only a normal distribution reaches for infinity. */
export function bounded(spread: Spread, min: number, max: number): Spread {
  if (spread.kind !== 'normal') return spread;
  return { ...spread, lo: spread.lo ?? min, hi: spread.hi ?? max };
}

/** Numbers whose bounds decide for all: each value of a list, else the two ends. */
export function edgesOf(spread: Spread): readonly number[] {
  if (spread.kind === 'values') return spread.values;
  return [spread.lo ?? Number.NEGATIVE_INFINITY, spread.hi ?? Number.POSITIVE_INFINITY];
}
