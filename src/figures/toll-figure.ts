import type { TollCurve, TollPoint } from '../model/toll-curve.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { bringsMore, type TollWords, tollSentences, tollWords } from './toll-sentences.ts';

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
  /** Whether it is the toll asked, the one that brings most, or both but for less than half a percent. */
  readonly mark: 'asked' | 'most' | 'both' | undefined;
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

/** The figure of a curve; takes are the factions' part, or the officials' where factions take nothing. */
export function tollFigure(curve: TollCurve, world: WorldSpec): TollFigure {
  const part = curve.factionsPart > 0 ? curve.factionsPart : 1;
  const words = tollWords(curve);
  const rows = shownPoints(curve).map((point) => rowOf(point, curve, part, words));
  return {
    rows,
    largestUsd: Math.max(...rows.flatMap(({ takeUsd, atOnceUsd }) => [takeUsd, atOnceUsd])),
    sentences: tollSentences(curve, part, world, words),
  };
}

/** A best toll that brings no more than the one asked has no row of its own. */
function shownPoints(curve: TollCurve): readonly TollPoint[] {
  const { points, asked, most } = curve;
  if (bringsMore(curve)) return points;
  return points.filter(({ price }) => price !== most.price || price === asked.price);
}

function rowOf(point: TollPoint, curve: TollCurve, part: number, words: TollWords): TollRow {
  const { price, costShare, inMonth, settled } = point;
  return {
    ...{ toll: words(point), costShare, price, mark: markOf(price, curve) },
    takeUsd: settled.takeUsd * part,
    atOnceUsd: inMonth.takeUsd * part,
    trafficUsd: settled.trafficUsd,
    payingUsd: settled.payingUsd,
  };
}

function markOf(price: number, curve: TollCurve): TollRow['mark'] {
  if (price === curve.asked.price) return bringsMore(curve) ? 'asked' : 'both';
  return price === curve.most.price ? 'most' : undefined;
}
