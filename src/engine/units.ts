/**
 * Units of every declared number. They end column names, label axes and are checked when a world file is read.
 * Inside the hot rooms numbers are bare; the unit stands in the declaration that made them.
 */
export const units = {
  usd: 'US dollars',
  usd_per_month: 'US dollars a month',
  usd_per_year: 'US dollars a year',
  share: 'share, 0 to 1',
  ratio: 'a ratio, dimensionless',
  share_per_day: 'share of cargo value for each day',
  share_per_km: 'share of cargo value for each kilometre',
  cents_per_dollar: 'US cents for each dollar',
  days: 'days',
  months: 'months',
  persons: 'persons',
  count: 'a whole number',
  index: 'an index',
  elasticity: 'an elasticity, dimensionless',
  switch: '0 (off) or 1 (on)',
  degrees: 'decimal degrees, WGS 84',
} as const;

/** Name of a unit; it ends column names where it fits. */
export type Unit = keyof typeof units;

declare const unitOf: unique symbol;
type Branded<Name extends string> = number & { readonly [unitOf]: Name };

/** Whole US cents, exact below 2^53 (about 90 trillion dollars). The only unit the ledger knows. */
export type Cents = Branded<'cents'>;
/** Month number of the calendar: 2014-01 is 1. */
export type Month = Branded<'month'>;

/** Dollars to the nearest whole cent; halves go up. */
export function toCents(usd: number): Cents {
  return Math.floor(usd * 100 + 0.5) as Cents;
}

/** Whole cents as dollars. */
export function toUsd(cents: number): number {
  return cents / 100;
}
