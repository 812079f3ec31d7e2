import { shareOf } from './holdings.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/**
 * What breach, war and clashes do to a post's parts: `weights` holds the share of all that post n takes that falls to each faction, and last to
 * officials. Parties to a war, and all holders after a clash, lose part of theirs to officials; then poachers take g of their co-owners'.
 * `take` is what the post takes in all hands, USD; what poachers take is remembered for the next review. Nothing changes in an unbroken pact.
 */
export function disturbParts(
  world: World,
  n: number,
  weights: Float64Array,
  take: number,
  month: number,
): void {
  const { parameters, state, network } = world;
  if (valueAt(parameters, 'pact.breakdown', month) === 0) return;
  const lostInWar = valueAt(parameters, 'pact.war_take_lost', month);
  const officials = network.factions;
  for (let i = 0; i < officials; i++) {
    const kept = (1 - state.takeLost[n]) * (state.warLeft[i] > 0 ? 1 - lostInWar : 1);
    weights[officials] += weights[i] * (1 - kept);
    weights[i] *= kept;
    state.expected[i] += weights[i] * take;
  }
  poach(world, n, weights, take, valueAt(parameters, 'pact.poach_share', month));
}

function poach(world: World, n: number, weights: Float64Array, take: number, poached: number): void {
  const { state, network } = world;
  const poachers: number[] = [];
  for (let i = 0; i < network.factions; i++)
    if (state.poaching[i] === 1 && shareOf(state.holdings, n, i) > 0) poachers.push(i);
  if (poachers.length === 0) return;
  const before = weights.slice();
  for (let j = 0; j < network.factions; j++) {
    const others = poachers.filter((i) => i !== j);
    if (others.length === 0) continue;
    const lost = before[j] * Math.min(1, poached * others.length);
    weights[j] -= lost;
    state.lost[j] += lost * take;
    for (const i of others) weights[i] += lost / others.length;
  }
}
