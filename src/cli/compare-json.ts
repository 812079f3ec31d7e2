import { compareTable, differenceCells } from '../export/summary-tables.ts';
import { namesOf } from '../export/table-declaration.ts';
import type { Difference } from '../study/compare.ts';
import type { Plan } from '../study/plan.ts';
import { pointIdOf } from '../study/run-order.ts';
import type { ShownComparison } from './compare-text.ts';
import { printJson } from './streams.ts';

const names = namesOf(compareTable.fields);

/** Prints a comparison with the columns of compare.csv: a line for each outcome over the whole design, where `point_id` is null, and one for each point. */
export function printComparisonJson(plan: Plan, { comparison, rows, points }: ShownComparison): void {
  const { baselineId, scenarioId } = comparison;
  const line = (pointId: string | null, row: Difference): void => {
    const cells = [baselineId, scenarioId, pointId, ...differenceCells(row)];
    printJson({ type: 'compare', ...Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])) });
  };
  if (plan.design.points > 1) for (const row of rows) line(null, row);
  for (const { point, rows: found } of points) for (const row of found) line(pointIdOf(point), row);
}
