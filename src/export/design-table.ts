import { units } from '../engine/units.ts';
import { declarationOf } from '../scenario/measures.ts';
import { parameterColumns } from '../study/design/column-names.ts';
import type { PlannedDesign } from '../study/design/planned-design.ts';
import type { DesignMatrix } from '../study/design/sample-points.ts';
import { pointIdOf } from '../study/run-order.ts';
import type { Cell } from './csv.ts';
import { type Field, type OutputTable, textField } from './table-declaration.ts';

/** `design.csv`: the numbers of every point. */
export function designTable(design: PlannedDesign): OutputTable {
  return {
    name: 'design',
    path: 'design.csv',
    description: 'one row for each point of the design: the numbers that its runs were played with',
    primaryKey: ['point_id'],
    fields: [textField('point_id', 'the point of the design'), ...parameterFields(design)],
  };
}

/** Columns of the varied parameters, in the order of the design. */
export function parameterFields({ parameters }: PlannedDesign): readonly Field[] {
  const columns = parameterColumns(parameters.map(({ axis }) => axis.name));
  return parameters.map(({ axis, as }, at) => ({
    name: columns[at],
    type: 'number',
    unit: as === 'scale' ? units.ratio : units[declarationOf(axis.name)?.unit ?? 'index'],
    description: as === 'scale' ? `times what the scenario has: ${axis.name}` : `parameter ${axis.name}`,
  }));
}

/** A point's numbers in a row about a run; empty for a parameter that is not changed in the run's scenario. */
export function parameterCells(
  { parameters }: PlannedDesign,
  scenario: number,
  numbers: readonly number[],
): readonly Cell[] {
  return parameters.map(({ scenarios }, at) =>
    scenarios === null || scenarios.includes(scenario) ? numbers[at] : null,
  );
}

/** Rows of design.csv, made one at a time. */
export function* designRows({ points, at }: DesignMatrix): Generator<readonly Cell[]> {
  for (let point = 0; point < points; point++) yield [pointIdOf(point), ...at(point)];
}
