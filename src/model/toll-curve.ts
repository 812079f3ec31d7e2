import { bestPrice, triedPrices } from './best-price.ts';
import { largestHolder, shareOf } from './holdings.ts';
import { valueAt } from './parameter-values.ts';
import { leastTraffic, weighIncomes } from './pricing.ts';
import {
  answerTo,
  type PriceAnswer,
  type TollAnswer,
  type TollSetting,
  tollSetting,
  waysAt,
} from './toll-answer.ts';
import { chanceAt, type TollChance } from './toll-chance.ts';
import type { WorldInMonth } from './world-in-month.ts';

/** One price at a post and what it brings there. */
export interface TollPoint {
  /** As holders ask it, 0 to 1: share of what a fixer saves at a gate, of cargo value at an inland post. */
  readonly price: number;
  /** What passing costs those who pay in the month, share of cargo value. */
  readonly costShare: number;
  /** With habits that have had this month to follow. */
  readonly inMonth: TollAnswer;
  /** Once habits have followed. */
  readonly settled: TollAnswer;
}

/** The prices at which four aims are best served, other prices as they are, and once habits have followed but for the second. */
export interface BestTolls {
  /** Most taken at this post. */
  readonly most: TollPoint;
  /** Most taken at this post in the month itself. */
  readonly mostAtOnce: TollPoint;
  /** Most for the owners together: takes everywhere, each with the weight of `weighIncomes` at the pact's cohesion. */
  readonly together: TollPoint;
  /** Most for the largest holder alone: takes everywhere by its shares; undefined where officials hold all. */
  readonly alone: (TollPoint & { readonly faction: number }) | undefined;
}

/** What other tolls at one crossing or inland post would bring, all else as it is in the month. */
export interface TollCurve extends BestTolls {
  readonly kind: 'curve';
  readonly month: number;
  readonly post: number;
  /** Part of all that is taken there that factions collect, 0 to 1; the rest goes to officials. */
  readonly factionsPart: number;
  /** What the run drew in the month, in all hands. */
  readonly drawn: Pick<TollAnswer, 'trafficUsd' | 'takeUsd'>;
  /** How far chance moves that from `asked.inMonth`. */
  readonly chance: TollChance;
  readonly asked: TollPoint;
  /** theta: the part of the best price that holders of gates ask; 1 at an inland post. */
  readonly conduct: number;
  /** Rising prices from 0 to twice the one asked, or to `most` where that is more; both are among them. */
  readonly points: readonly TollPoint[];
}

/** A post at which nothing can be asked in the month: it is closed, or its goods are worth less than a dollar. */
export interface NoToll {
  readonly kind: 'closed' | 'unused';
  readonly month: number;
  readonly post: number;
}

/** What is known of other tolls at a post in a month. */
export type Tolls = TollCurve | NoToll;

/** Steps of equal width from 0 to the highest price shown. */
const steps = 10;

/** Asks the world of a month what a crossing or inland post would see at other prices. Changes nothing in it. */
export function tollCurve(played: WorldInMonth, post: number): Tolls {
  const { world, month, takeAt } = played;
  const { state, trade, terms } = world;
  if (terms.open[post] <= 0) return { kind: 'closed', month, post };
  const setting = tollSetting(played, post);
  const price = state.prices[post];
  const asked = pointAt(setting, price);
  if (asked.settled.trafficUsd < leastTraffic) return { kind: 'unused', month, post };
  const chance = chanceAt(setting, waysAt(setting, setting.speed), price);
  const best = bestTolls(setting);
  return {
    ...{ kind: 'curve', month, post, asked, chance, ...best },
    conduct: post < world.network.crossings ? valueAt(world.parameters, 'pact.gate_conduct', month) : 1,
    factionsPart: state.pool[post] > 0 ? takeAt[post] / 100 / state.pool[post] : 0,
    drawn: { trafficUsd: trade.trafficUsd[post], takeUsd: state.pool[post] },
    points: shownPrices(price, best.most.price).map((at) => pointAt(setting, at)),
  };
}

/** Equal steps, the price asked and the best one; neighbours of these that lie closer than half a step are left out. */
function shownPrices(asked: number, most: number): readonly number[] {
  const top = Math.min(1, Math.max(2 * asked, most)) || 1;
  const even = Array.from({ length: steps + 1 }, (_, at) => (at * top) / steps);
  const kept = even.filter((at) => at === 0 || at === top || isApart(at, asked, most, top / steps / 2));
  return [...new Set([...kept, asked, most])].sort((a, b) => a - b);
}

function isApart(at: number, asked: number, most: number, least: number): boolean {
  return Math.abs(at - asked) > least && Math.abs(at - most) > least;
}

function pointAt(setting: TollSetting, price: number): TollPoint {
  const { inMonth, settled } = answerTo(setting, price);
  return {
    price,
    costShare: inMonth.payingUsd > 0 ? inMonth.takeUsd / inMonth.payingUsd : 0,
    inMonth,
    settled,
  };
}

function bestTolls(setting: TollSetting): BestTolls {
  const { world, post } = setting;
  const answers = triedPrices.map((price) => answerTo(setting, price));
  const bestFor = (worth: (answer: PriceAnswer) => number): TollPoint =>
    pointAt(
      setting,
      bestPrice(answers.map(worth), (price) => worth(answerTo(setting, price))),
    );
  const { holdings, cohesion } = world.state;
  const prices = world.state.prices.length;
  const weights = new Float64Array(prices * prices);
  weighIncomes(holdings, cohesion, weights);
  const holder = largestHolder(holdings, post);
  return {
    most: bestFor(({ settled }) => settled.takeUsd),
    mostAtOnce: bestFor(({ inMonth }) => inMonth.takeUsd),
    together: bestFor(({ takes }) => weighed(takes, (n) => weights[post * prices + n])),
    alone:
      holder < 0
        ? undefined
        : { ...bestFor(({ takes }) => weighed(takes, (n) => shareOf(holdings, n, holder))), faction: holder },
  };
}

function weighed(takes: Float64Array, weight: (n: number) => number): number {
  return takes.reduce((sum, take, n) => sum + weight(n) * take, 0);
}
