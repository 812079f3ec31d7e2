import { columnOf } from '../engine/recorder.ts';
import type { RunRecord } from '../model/run-record.ts';
import { formatWindow, type Window } from './window.ts';

/** What a scenario says must come out of it. Bands are closed: both ends hold. */
export interface Check {
  /** Column of by_month. */
  readonly outcome: string;
  readonly window: Window;
  /** `earlier`: change against an earlier window; `scenario`: change against the other run; `value`: the mean itself. */
  readonly against: 'earlier' | 'scenario' | 'value';
  /** The window that the change is measured from; the check's own for `scenario` and `value`. */
  readonly from: Window;
  readonly low: number;
  readonly high: number;
  readonly note: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** What a check found in a run. */
export interface CheckResult {
  readonly holds: boolean;
  /** Relative change (-0.6 is 60% less) or mean; null where a change from zero has no size. */
  readonly seen: number | null;
  /** One sentence: outcome, months, what came, what was wanted. */
  readonly sentence: string;
}

/** Holds a check against a run. Throws when it compares scenarios and no comparison run is given, or the run lacks its months. */
export function evaluateCheck(check: Check, record: RunRecord, comparison?: RunRecord): CheckResult {
  const seen = seenIn(check, record, comparison);
  const holds = seen !== null && seen >= check.low && seen <= check.high;
  return { holds, seen, sentence: `${describe(check)} is ${showSeen(check, seen)}; ${showBand(check)}.` };
}

/** Mean of a by_month column over a window. Throws when the run does not hold all of it. */
export function meanOver(record: RunRecord, outcome: string, window: Window): number {
  const table = record.tables.find((candidate) => candidate.spec.name === 'by_month');
  if (table === undefined) throw new Error('the run has no table by_month');
  const [from, to] = [window.first - record.firstMonth, window.last - record.firstMonth];
  if (from < 0 || to >= record.months) throw new Error(`the run does not reach ${formatWindow(window)}`);
  const values = columnOf(table, outcome).subarray(from, to + 1);
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function seenIn(check: Check, record: RunRecord, comparison?: RunRecord): number | null {
  const mean = meanOver(record, check.outcome, check.window);
  if (check.against === 'value') return mean;
  const other = check.against === 'earlier' ? record : comparison;
  if (other === undefined) throw new Error(`the check of ${check.outcome} needs the run it is compared with`);
  const before = meanOver(other, check.outcome, check.from);
  if (before === 0) return mean === 0 ? 0 : null;
  return (mean - before) / Math.abs(before);
}

function describe(check: Check): string {
  const mean = `${check.outcome}, mean of ${formatWindow(check.window)}`;
  if (check.against === 'value') return `${mean},`;
  if (check.against === 'scenario')
    return `${mean}, against the same months of the scenario it is compared with,`;
  return `${mean}, against ${formatWindow(check.from)},`;
}

function showSeen(check: Check, seen: number | null): string {
  if (seen === null) return 'not zero where it was zero before, a change without a size';
  return show(check, seen);
}

function showBand(check: Check): string {
  return `wanted ${show(check, check.low)} to ${show(check, check.high)}`;
}

function show(check: Check, value: number): string {
  if (check.against === 'value') return String(Number(value.toPrecision(6)));
  const percent = Number((value * 100).toFixed(2));
  return `${percent > 0 ? '+' : ''}${percent}%`;
}
