import { baseOf, lineCount, marginalRevenue, needOf, nextEffort } from '../effort.ts';
import { effortLines } from '../lines.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** Phase 5b: each faction shifts effort to lines that pay more than they cost, the harder the more it needs money. */
export function nextEfforts(
  world: World,
  month: number,
): { readonly effort: Float64Array; readonly need: Float64Array } {
  const { state, start, network, parameters } = world;
  const marginal = marginalRevenue(world, month);
  const up = valueAt(parameters, 'effort.speed_up', month);
  const down = valueAt(parameters, 'effort.speed_down', month);
  const crowding = valueAt(parameters, 'effort.crowding', month);
  const growth = effortLines.map((line, l) => baseGrowth(baseOf(world, line, month), start.bases[l]));
  const need = Float64Array.from({ length: network.factions }, (_, i) => needOf(world, i, month));
  const effort = state.effort.map((now, at) => {
    const i = Math.floor(at / lineCount);
    // cost_il = MR_il(0) * base_l(t)/base_l(0) * (1 + kE (mean effort - 1)): effort 1 is the exact start.
    const cost = state.effortCost[at] * growth[at % lineCount] * (1 + crowding * (meanEffort(world, i) - 1));
    return nextEffort(now, need[i], marginal[at], cost, up, down);
  });
  return { effort, need };
}

/** A dated series does not move effort by itself: cost grows with the base. A line without a base at the start keeps its cost. */
function baseGrowth(now: number, atStart: number): number {
  return atStart > 0 ? now / atStart : 1;
}

/** Mean effort over the lines on which the faction earns at the start. */
function meanEffort(world: World, i: number): number {
  let sum = 0;
  let lines = 0;
  for (let at = i * lineCount; at < (i + 1) * lineCount; at++) {
    if (world.state.effortCost[at] <= 0) continue;
    sum += world.state.effort[at];
    lines++;
  }
  return lines > 0 ? sum / lines : 1;
}
