import { nameMonth } from '../engine/calendar.ts';
import type { TollCurve, TollPoint } from '../model/toll-curve.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { formatMoney, formatShare } from './numbers.ts';
import { factionLetter } from './words.ts';

/** What one toll would bring those who are counted. */
export interface TollRow {
  /** The toll in words, `7.2%`. */
  readonly toll: string;
  /** What passing costs those who pay, share of cargo value. */
  readonly costShare: number;
  /** As holders ask it: share of what a fixer saves at a gate, of cargo value at an inland post. */
  readonly price: number;
  /** Take once habits have followed, USD a month. */
  readonly takeUsd: number;
  /** Take in the month itself, USD. */
  readonly atOnceUsd: number;
  /** Goods that pass once habits have followed, and those of them that pay, USD a month. */
  readonly trafficUsd: number;
  readonly payingUsd: number;
  readonly mark: 'asked' | 'most' | undefined;
}

/** What other tolls at a post would bring, all else as it is in the month. */
export interface TollFigure {
  /** Rising tolls. */
  readonly rows: readonly TollRow[];
  /** Largest take of any row, at once or later. */
  readonly largestUsd: number;
  /** What they say, the weightiest first. */
  readonly sentences: readonly string[];
}

/** A toll as a share of cargo value in words. */
type TollWords = (point: Pick<TollPoint, 'costShare'>) => string;

/** Differences of a share below this are not told as one. */
const worthTelling = 0.005;
const smallTolls = 0.02;

/** The figure of a curve; takes are the factions' part, or the officials' where factions take nothing. */
export function tollFigure(curve: TollCurve, world: WorldSpec): TollFigure {
  const part = curve.factionsPart > 0 ? curve.factionsPart : 1;
  const words = tollWords(curve);
  const rows = curve.points.map((point) => rowOf(point, curve, part, words));
  return {
    rows,
    largestUsd: Math.max(...rows.flatMap(({ takeUsd, atOnceUsd }) => [takeUsd, atOnceUsd])),
    sentences: [
      mostSentence(curve, part, words),
      bestSentence(curve, world, words),
      atOnceSentence(curve, part, words),
      drawnSentence(curve, part),
    ],
  };
}

function rowOf(point: TollPoint, { asked, most }: TollCurve, part: number, words: TollWords): TollRow {
  const { price, costShare, inMonth, settled } = point;
  const mark = price === asked.price ? 'asked' : price === most.price ? 'most' : undefined;
  return {
    ...{ toll: words(point), costShare, price, mark },
    takeUsd: settled.takeUsd * part,
    atOnceUsd: inMonth.takeUsd * part,
    trafficUsd: settled.trafficUsd,
    payingUsd: settled.payingUsd,
  };
}

function mostSentence({ asked, most, factionsPart }: TollCurve, part: number, words: TollWords): string {
  const who = factionsPart > 0 ? 'factions' : 'officials';
  const now = `At ${words(asked)}, as asked, ${who} take ${formatMoney(asked.settled.takeUsd * part)} a month once habits follow`;
  const gain = most.settled.takeUsd - asked.settled.takeUsd;
  if (!(gain > most.settled.takeUsd * worthTelling)) return `${now}: about the most they could.`;
  const then = formatMoney(most.settled.takeUsd * part);
  return `${now}; at ${words(most)}, the most they could, ${then}, and ${fewerWords(asked, most)}.`;
}

function fewerWords(asked: TollPoint, most: TollPoint): string {
  const change = most.settled.payingUsd / asked.settled.payingUsd - 1;
  if (!(Math.abs(change) >= worthTelling)) return 'as much goods would pay';
  return `${formatShare(Math.abs(change), 0)} ${change < 0 ? 'fewer' : 'more'} goods would pay`;
}

function bestSentence({ together, alone }: TollCurve, world: WorldSpec, words: TollWords): string {
  const all = `Best for all its owners, their other posts and the pact counted: ${words(together)}`;
  if (alone === undefined) return `${all}.`;
  const { name } = world.factions[alone.faction];
  return `${all}; for ${factionLetter(alone.faction)} ${name} alone: ${words(alone)}.`;
}

function atOnceSentence({ asked, mostAtOnce, month }: TollCurve, part: number, words: TollWords): string {
  const [now, most] = [asked, mostAtOnce].map(({ inMonth }) => formatMoney(inMonth.takeUsd * part));
  return `In ${nameMonth(month)} itself habits still hold: ${now} as asked, at most ${most}, at ${words(mostAtOnce)}.`;
}

function drawnSentence({ drawn, chance }: TollCurve, part: number): string {
  const [usd, deviation] = [drawn, chance].map(({ takeUsd }) => formatMoney(takeUsd * part));
  return `These are averages: the run drew ${usd}, which chance moves by about ${deviation}.`;
}

/** Two digits where the tolls shown are a few in a thousand, as inland charges are. */
function tollWords({ points }: TollCurve): TollWords {
  const highest = points.reduce((most, { costShare }) => Math.max(most, costShare), 0);
  return ({ costShare }) => formatShare(costShare, highest < smallTolls ? 2 : 1);
}
