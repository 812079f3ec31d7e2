import { channels, fixerChannel } from './channels.ts';
import { moveHabit } from './habit.ts';
import { createMarket, type Market, solveDemand, solveMarket } from './market.ts';
import type { Network } from './network.ts';
import { valueAt } from './parameter-values.ts';
import { wholeConsignments } from './potential.ts';
import type { World } from './world.ts';
import type { WorldInMonth } from './world-in-month.ts';

/** What passes one crossing or inland post in a month and what is taken of it, on the average of what houses draw. */
export interface TollAnswer {
  /** Goods that pass, USD. */
  readonly trafficUsd: number;
  /** Goods that pay: those that fixers pass at a gate, those that do not drive around at an inland post. */
  readonly payingUsd: number;
  /** What is taken in all hands, USD. */
  readonly takeUsd: number;
}

/** Everything that stays as it is while one price is another. */
export interface TollSetting {
  readonly world: World;
  readonly post: number;
  readonly habitBefore: Float64Array;
  /** aq, how far houses go toward the best choice in the month. */
  readonly speed: number;
  /** Value of the consignments that each group may bring, USD, whole consignments as they are drawn. */
  readonly potential: Float64Array;
  /** Room of its own, so that the world stays as the month left it. */
  readonly market: Market;
}

/** The answer of trade to one price at the post, all other prices as they are. */
export interface PriceAnswer {
  /** With habits that have had this month to follow. */
  readonly inMonth: TollAnswer;
  /** Once habits have followed. */
  readonly settled: TollAnswer;
  /** What is taken at every price once habits have followed, in all hands, USD: crossings, then inland posts. */
  readonly takes: Float64Array;
}

/** What is asked of the world of a month when a post asks another price. */
export function tollSetting({ world, month, habitBefore }: WorldInMonth, post: number): TollSetting {
  const { network, spec } = world;
  return {
    ...{ world, post, habitBefore },
    speed: valueAt(world.parameters, 'trade.choice_speed', month),
    potential: wholeConsignments(world, month).map(
      (consignments, group) =>
        consignments * spec.goods[Math.floor(group / network.destinations)].consignmentUsd,
    ),
    market: createMarket(network),
  };
}

/** What the month's choice and collection make of `price` at the post, 0 to 1, both included. Leaves the market solved at it. */
export function answerTo(setting: TollSetting, price: number): PriceAnswer {
  const { world, post, market, potential, speed } = setting;
  const { spec, network, terms, start, state } = world;
  const prices = state.prices.map((asked, n) => (n === post ? price : asked));
  solveMarket(spec, network, terms, start.constants, prices, market);
  solveDemand(network, terms, potential, market);
  return {
    inMonth: passing(setting, waysAt(setting, speed), price),
    settled: passing(setting, waysAt(setting, 1), price),
    takes: prices.map((asked, n) => asked * market.demand.quantity[n]),
  };
}

/** Where each group's goods go after a step of size `speed` from the month's habit to the best choice; layout of `state.habit`. */
export function waysAt({ world, market, habitBefore }: TollSetting, speed: number): Float64Array {
  const { network, terms } = world;
  const ways = habitBefore.slice();
  for (let group = 0; group < network.goods * network.destinations; group++)
    moveHabit({ network, terms, choice: market.choice, speed }, ways, group);
  return ways;
}

/** Told of each way through the post: a group, the part of it that goes this way, its goods and its channel. */
export type VisitWay = (group: number, part: number, g: number, channel: number) => void;

/** Visits every way through the post at a crossing and by a channel, group by group; none where it is closed. */
export function visitWays({ world, post }: TollSetting, ways: Float64Array, visit: VisitWay): void {
  const { network, terms } = world;
  if (terms.open[post] <= 0) return;
  for (let group = 0; group < network.goods * network.destinations; group++) {
    const g = Math.floor(group / network.destinations);
    for (let c = 0; c < network.crossings; c++) {
      if (!passesPost(network, post, group, c)) continue;
      for (let ch = 0; ch < channels.length; ch++)
        visit(group, ways[(group * network.crossings + c) * channels.length + ch], g, ch);
    }
  }
}

function passesPost(network: Network, post: number, group: number, c: number): boolean {
  if (post < network.crossings) return c === post;
  return network.postsOn[c * network.destinations + (group % network.destinations)].includes(post);
}

/** Part of a dollar of goods that pays at the post: all that a fixer passes at a gate, the paying share at an inland post. */
function payingOf({ world, market, post }: TollSetting, channel: number): number {
  if (post >= world.network.crossings) return market.exposure.paying[post];
  return channel === fixerChannel ? 1 : 0;
}

/** What a dollar of goods adds to the quantity of the post's price: the saving by a fixer at a gate, the paying share at an inland post. */
export function exposureOf(setting: TollSetting, g: number, channel: number): number {
  const { world, market, post } = setting;
  const isGate = post < world.network.crossings;
  const each = isGate ? market.exposure.saving[g * world.network.crossings + post] : 1;
  return payingOf(setting, channel) * each;
}

function passing(setting: TollSetting, ways: Float64Array, price: number): TollAnswer {
  let [trafficUsd, payingUsd, quantity] = [0, 0, 0];
  visitWays(setting, ways, (group, part, g, channel) => {
    const usd = setting.potential[group] * part;
    trafficUsd += usd;
    payingUsd += usd * payingOf(setting, channel);
    quantity += usd * exposureOf(setting, g, channel);
  });
  return { trafficUsd, payingUsd, takeUsd: price * quantity };
}
