import { exposureOf, type TollSetting, visitWays } from './toll-answer.ts';

/** How far chance moves what a post sees in a month: standard deviations of the month's draws, USD. */
export interface TollChance {
  readonly trafficUsd: number;
  readonly takeUsd: number;
}

/** Deviations of traffic and take at `price` when each group draws its consignments from `ways`, one multinomial for each. */
export function chanceAt(setting: TollSetting, ways: Float64Array, price: number): TollChance {
  const { world, potential } = setting;
  const traffic = createSpread(potential.length);
  const quantity = createSpread(potential.length);
  visitWays(setting, ways, (group, part, g, channel) => {
    addWay(traffic, group, part, 1);
    addWay(quantity, group, part, exposureOf(setting, g, channel));
  });
  const perGroup = potential.map(
    (usd, group) => usd * world.spec.goods[Math.floor(group / world.network.destinations)].consignmentUsd,
  );
  return {
    trafficUsd: deviationOf(traffic, perGroup),
    takeUsd: price * deviationOf(quantity, perGroup),
  };
}

/** Mean and mean square, by group, of what one dollar drawn adds. */
interface Spread {
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

function createSpread(groups: number): Spread {
  return { mean: new Float64Array(groups), square: new Float64Array(groups) };
}

function addWay({ mean, square }: Spread, group: number, part: number, worth: number): void {
  mean[group] += part * worth;
  square[group] += part * worth * worth;
}

/** `perGroup` is consignments times the square of a consignment's value. */
function deviationOf({ mean, square }: Spread, perGroup: Float64Array): number {
  let variance = 0;
  for (let group = 0; group < perGroup.length; group++)
    variance += perGroup[group] * Math.max(0, square[group] - mean[group] * mean[group]);
  return Math.sqrt(variance);
}
