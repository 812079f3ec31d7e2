import { nameMonth } from '../engine/calendar.ts';
import type { TollCurve, TollPoint } from '../model/toll-curve.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { formatMoney, formatShare } from './numbers.ts';
import { factionLetter } from './words.ts';

/** A toll as a share of cargo value in words. */
export type TollWords = (point: Pick<TollPoint, 'costShare'>) => string;

/** Differences of a share below this are not told as one. */
const worthTelling = 0.005;
const smallTolls = 0.02;

/** Two digits where the tolls shown are a few in a thousand, as inland charges are. */
export function tollWords({ points }: TollCurve): TollWords {
  const highest = points.reduce((most, { costShare }) => Math.max(most, costShare), 0);
  return ({ costShare }) => formatShare(costShare, highest < smallTolls ? 2 : 1);
}

/** Whether the best toll would bring over half a percent more than the one asked. */
export function bringsMore({ asked, most }: TollCurve): boolean {
  return most.settled.takeUsd - asked.settled.takeUsd > most.settled.takeUsd * worthTelling;
}

/** What the curve says, the weightiest first; takes are `part` of what is taken in all hands. */
export function tollSentences(
  curve: TollCurve,
  part: number,
  world: WorldSpec,
  words: TollWords,
): readonly string[] {
  return [
    mostSentence(curve, part, words),
    bestSentence(curve, world, words),
    atOnceSentence(curve, part, words),
    drawnSentence(curve, part),
    ...conductSentences(curve),
  ];
}

function mostSentence(curve: TollCurve, part: number, words: TollWords): string {
  const { asked, most, factionsPart } = curve;
  const who = factionsPart > 0 ? 'factions' : 'officials';
  const now = `At ${words(asked)}, as asked, ${who} take ${formatMoney(asked.settled.takeUsd * part)} a month once habits follow`;
  if (!bringsMore(curve)) return `${now}: about the most they could.`;
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

function conductSentences({ conduct }: TollCurve): readonly string[] {
  if (conduct === 1) return [];
  const part = Number(conduct.toFixed(2));
  return [
    `The rule of prices has gates ask ${part} of what it finds best for all owners: pact.gate_conduct.`,
  ];
}
