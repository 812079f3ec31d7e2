import { type LineId, revenueLines } from '../model/lines.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { DatedChange } from '../model/world-spec.ts';
import type { Comparison } from './comparison.ts';
import type { Series, TimeFigure } from './figure.ts';
import { marksOf } from './marks.ts';
import { moneyScale } from './numbers.ts';
import { cellAt, seriesOf } from './run-tables.ts';

/**
 * Income of all factions by revenue line over the run, with the scenario's changes marked and, where there is another run on the same
 * draws, its values beside. Lines that never earn are left out.
 */
export function incomeBySource(
  record: RunRecord,
  changes: readonly DatedChange[],
  comparison?: Comparison,
): TimeFigure {
  const columns = revenueLines.map((line) => seriesOf(record, 'by_month', `income_${line.id}_usd`));
  const largest = Math.max(1, ...columns.map((column) => column.reduce((a, b) => Math.max(a, b), 0)));
  const smallest = Math.min(0, ...columns.map((column) => column.reduce((a, b) => Math.min(a, b), 0)));
  const scale = moneyScale(largest);
  const series = revenueLines.map(
    (line, hue): Series => ({
      letter: line.letter,
      label: line.name,
      hue,
      values: Array.from(columns[hue], (usd) => usd / scale.divisor),
      ...(comparison && { against: comparedValues(record, comparison, line.id, scale.divisor) }),
    }),
  );
  return {
    title: 'Income by source',
    unit: `${scale.word} a month`,
    scale,
    firstMonth: record.firstMonth,
    months: record.months,
    series: series.filter((one) => one.values.some((value) => value !== 0)).sort((a, b) => mean(b) - mean(a)),
    marks: marksOf(changes),
    range: [smallest / scale.divisor, largest / scale.divisor],
    ...(comparison && { against: comparison.scenarioId }),
  };
}

/** The other run's line in this run's months. */
function comparedValues(
  record: RunRecord,
  comparison: Comparison,
  line: LineId,
  divisor: number,
): readonly number[] {
  return Array.from(
    { length: record.months },
    (_, index) =>
      cellAt(comparison.record, 'by_month', `income_${line}_usd`, record.firstMonth + index) / divisor,
  );
}

function mean(series: Series): number {
  return series.values.reduce((sum, value) => sum + value, 0) / series.values.length;
}
