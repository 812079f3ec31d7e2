import { columnOf, type TableRecord } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';
import { parseWindow, type Window } from '../scenario/window.ts';

/** Months as `2018-01..2018-12`, or as numbers. */
export type Months = string | Window;

/** A table of a run. Throws on a name that the run lacks. */
export function tableOf(run: RunRecord, name: string): TableRecord {
  const table = run.tables.find((candidate) => candidate.spec.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** Mean of a column of by_month over a window. */
export function monthMean(run: RunRecord, column: string, months: Months): number {
  return meanOver(run, columnOf(tableOf(run, 'by_month'), column), months);
}

/** Mean of a column of by_crossing_month at each crossing and post over a window. */
export function postMeans(run: RunRecord, column: string, months: Months): readonly number[] {
  return entityMeans(run, 'by_crossing_month', column, months);
}

/** Mean of a column of by_faction_month for each faction over a window. */
export function factionMeans(run: RunRecord, column: string, months: Months): readonly number[] {
  return entityMeans(run, 'by_faction_month', column, months);
}

/** Sum of numbers. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function entityMeans(run: RunRecord, name: string, column: string, months: Months): readonly number[] {
  const table = tableOf(run, name);
  return table.spec.entities.map((_, entity) => meanOver(run, columnOf(table, column, entity), months));
}

function meanOver(run: RunRecord, values: Float64Array, months: Months): number {
  const { first, last } = windowOf(months);
  const inside = values.subarray(first - run.firstMonth, last - run.firstMonth + 1);
  return inside.reduce((sum, value) => sum + value, 0) / inside.length;
}

function windowOf(months: Months): Window {
  const window = typeof months === 'string' ? parseWindow(months) : months;
  if (window === undefined) throw new Error(`no window ${months}`);
  return window;
}
