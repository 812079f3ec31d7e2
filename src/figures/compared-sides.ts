import type { RunRecord } from '../model/run-record.ts';
import type { DatedChange } from '../model/world-spec.ts';
import type { ComparedMeasure } from './compared-measures.ts';
import { cellAt } from './run-tables.ts';

/** One of two runs on the same draws. */
export interface Side {
  /** How it is called on the screen: its scenario, and how many shocks were thrown into it. */
  readonly name: string;
  readonly record: RunRecord;
  readonly changes: readonly DatedChange[];
}

/** Two runs, the one on the left as A, the one on the right as B; differences are B - A. */
export interface Sides {
  readonly a: Side;
  readonly b: Side;
  /** 1 where B is the scenario and A what it is compared with, -1 where they have changed places. */
  readonly sign: 1 | -1;
}

/** Some months of the calendar, both ends included. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

const yearOfMonths = 12;

/** The twelve months that end with `month`; fewer at the start of a run. */
export function yearUpTo(month: number, firstMonth: number): Window {
  return { from: Math.max(firstMonth, month - yearOfMonths + 1), until: month };
}

/** A measure in a month of a run; NaN outside it. */
export function measureAt(record: RunRecord, { columns }: ComparedMeasure, month: number): number {
  return columns.reduce((sum, column) => sum + cellAt(record, 'by_month', column, month), 0);
}

/** B - A in a month of the runs that are shown; NaN where one of them does not reach. */
export function differenceAt({ a, b }: Sides, measure: ComparedMeasure, month: number): number {
  return measureAt(b.record, measure, month) - measureAt(a.record, measure, month);
}

/** The mean of a value over the months of a window. */
export function meanOver({ from, until }: Window, valueAt: (month: number) => number): number {
  let sum = 0;
  for (let month = from; month <= until; month++) sum += valueAt(month);
  return sum / (until - from + 1);
}

/** Changes of one side that the other does not have, in order of date. */
export function changesOfOne({ a, b }: Sides): readonly DatedChange[] {
  const lacks = (side: Side) => (change: DatedChange) =>
    !side.changes.some(({ month, label }) => month === change.month && label === change.label);
  return [...b.changes.filter(lacks(a)), ...a.changes.filter(lacks(b))].sort((x, y) => x.month - y.month);
}
