import { nameMonth } from '../engine/calendar.ts';
import { revenueLines } from '../model/lines.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Comparison } from './comparison.ts';
import { marksOf } from './marks.ts';
import { formatMoney, formatShare } from './numbers.ts';
import { cellAt } from './run-tables.ts';

/**
 * The month in clauses, the weightiest first; a painter joins as many as it has room for.
 * Every clause is computed from the record: a change that starts, what all factions take, the largest line, the largest move in a year.
 */
export function monthSentence(
  record: RunRecord,
  experiment: Experiment,
  month: number,
  comparison?: Comparison,
): readonly string[] {
  const change = marksOf(experiment.changes).find((mark) => mark.month === month);
  return [
    change === undefined ? '' : `Change ${change.number}: ${change.label}`,
    totalClause(record, month, comparison),
    largestClause(record, month),
    moveClause(record, month),
  ].filter((clause) => clause !== '');
}

function totalClause(record: RunRecord, month: number, comparison: Comparison | undefined): string {
  const total = cellAt(record, 'by_month', 'income_total_usd', month);
  const words = `Factions take ${formatMoney(total)}`;
  if (comparison === undefined) return words;
  const other = cellAt(comparison.record, 'by_month', 'income_total_usd', month);
  return Number.isFinite(other) ? `${words} (${comparison.scenarioId} ${formatMoney(other)})` : words;
}

function lineUsd(record: RunRecord, line: number, month: number): number {
  return cellAt(record, 'by_month', `income_${revenueLines[line].id}_usd`, month);
}

function largestClause(record: RunRecord, month: number): string {
  const total = cellAt(record, 'by_month', 'income_total_usd', month);
  if (!(total > 0)) return '';
  const largest = mostOf((line) => lineUsd(record, line, month));
  return `${revenueLines[largest].name} ${formatShare(lineUsd(record, largest, month) / total, 0)} of it`;
}

/** The line that moved most since the same month a year before, or since the start in the first year. */
function moveClause(record: RunRecord, month: number): string {
  const before = Math.max(record.firstMonth, month - 12);
  if (before === month) return '';
  const moved = (line: number): number => lineUsd(record, line, month) - lineUsd(record, line, before);
  const line = mostOf((candidate) => Math.abs(moved(candidate)));
  const usd = moved(line);
  if (!Number.isFinite(usd) || Math.abs(usd) < 0.005) return '';
  const time = month - before === 12 ? 'in a year' : `since ${nameMonth(before)}`;
  return `${revenueLines[line].name} ${usd < 0 ? '-' : '+'}${formatMoney(Math.abs(usd))} ${time}`;
}

function mostOf(measure: (line: number) => number): number {
  let most = 0;
  for (let line = 1; line < revenueLines.length; line++) if (measure(line) > measure(most)) most = line;
  return most;
}
