import { type ParameterValues, valueAt } from './parameter-values.ts';
import type { WorldSpec } from './world-spec.ts';

/**
 * How much cheaper smuggled goods are at each neighbour, share of cargo value: gap0 (1 + z s). What a sanctioned country cannot
 * sell openly goes cheap over its land borders (Bhagwati and Hansen 1973 on gaps as what feeds the smuggler). All 0 when switched off.
 */
export function priceGaps(spec: WorldSpec, parameters: ParameterValues, month: number): Float64Array {
  if (valueAt(parameters, 'gap.enabled', month) === 0) return new Float64Array(spec.neighbours.length);
  const response = valueAt(parameters, 'gap.sanctions_response', month);
  return Float64Array.from(spec.neighbours, ({ id, isPatron }) => {
    const gap = valueAt(parameters, `neighbours.${id}.price_gap`, month);
    return gap * (1 + response * sanctionsOn(parameters, id, isPatron === true, month));
  });
}

/** s of a neighbour. The patron's level stands once in a world, as patron.sanctions; a neighbour that is the patron takes it unless its own is higher. */
export function sanctionsOn(
  parameters: ParameterValues,
  id: string,
  isPatron: boolean,
  month: number,
): number {
  const own = valueAt(parameters, `neighbours.${id}.sanctions`, month);
  return isPatron ? Math.max(own, valueAt(parameters, 'patron.sanctions', month)) : own;
}

/** How much cheaper fuel is where it is cheapest, share of value: the widest gap, with the patron's rebate on barred oil, times the border's openness. */
export function fuelGap(spec: WorldSpec, parameters: ParameterValues, month: number): number {
  if (valueAt(parameters, 'gap.enabled', month) === 0) return 0;
  const gaps = priceGaps(spec, parameters, month);
  let widest = 0;
  spec.neighbours.forEach(({ id, isPatron }, at) => {
    const level = sanctionsOn(parameters, id, isPatron === true, month);
    const rebate = isPatron === true ? valueAt(parameters, 'patron.discount', month) * level : 0;
    const open = valueAt(parameters, `neighbours.${id}.border_open`, month);
    widest = Math.max(widest, open * (gaps[at] + rebate));
  });
  return widest;
}

/**
 * What the fuel gap does to the dated base of the fuel line: (1 + r gap) / (1 + r gap as the world file has it). The base was
 * seen under the sanctions of its day, so only a scenario that moves them moves it. Where a run carries no world file's
 * values, the first month's gap is the reference.
 */
export function fuelFactor(spec: WorldSpec, parameters: ParameterValues, month: number): number {
  const response = valueAt(parameters, 'gap.fuel_response', month);
  if (response === 0 || valueAt(parameters, 'gap.enabled', month) === 0) return 1;
  const { timeline, rows } = parameters;
  const { believed, firstMonth } = timeline;
  const reference =
    believed === undefined
      ? fuelGap(spec, parameters, firstMonth)
      : fuelGap(spec, { rows, timeline: { ...timeline, values: believed } }, month);
  return (1 + response * fuelGap(spec, parameters, month)) / (1 + response * reference);
}
