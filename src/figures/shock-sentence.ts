import { nameMonth } from '../engine/calendar.ts';
import { type ComparedMeasure, comparedMeasures } from './compared-measures.ts';
import { changesOfOne, differenceAt, meanOver, type Sides, type Window } from './compared-sides.ts';
import { formatOutcome } from './outcome-words.ts';
import { type DifferenceSpread, fewestPairs, spreadOver } from './pair-differences.ts';
import type { PairedRuns } from './paired-runs.ts';

/** What a source of income brings B more than A in a month, on average over a window. */
interface Move {
  readonly measure: ComparedMeasure;
  readonly usd: number;
  readonly spread: DifferenceSpread;
}

/**
 * What has come of the first change that only one of two runs knows, up to a month: the largest loss and the largest gain of B among the sources
 * of income, as means over all months from then on, of the runs that are shown. A difference whose 90% range includes zero is called that and
 * nothing else; below ten pairs the sentence says that one pair tells little.
 */
export function shockSentence(sides: Sides, pairs: PairedRuns | undefined, month: number): string {
  const first = changesOfOne(sides)[0]?.month;
  if (first === undefined && sides.a.record === sides.b.record)
    return 'A and B are one and the same run: nothing has been thrown in yet.';
  const from = Math.max(first ?? 0, sides.b.record.firstMonth);
  if (month < from) return `Up to ${nameMonth(month)} A and B are the same: they part in ${nameMonth(from)}.`;
  const window = { from, until: month };
  const moves = movesOver(sides, pairs, window).filter(({ usd }) => Number.isFinite(usd) && usd !== 0);
  const since = `Since ${nameMonth(from)}, `;
  if (moves.length === 0) return `${since}no source of income differs between A and B.`;
  return `${since}${clauses(moves)}${pairWords(pairs)}.`;
}

function movesOver(sides: Sides, pairs: PairedRuns | undefined, window: Window): readonly Move[] {
  return comparedMeasures
    .filter(({ isSource }) => isSource)
    .map((measure) => ({
      measure,
      usd: meanOver(window, (month) => differenceAt(sides, measure, month)),
      spread: spreadOver(pairs, measure, window, sides.sign),
    }));
}

/** A move that the pairs do not contradict: its range lies on its own side of zero, or is not known yet. */
function isTold({ usd, spread }: Move): boolean {
  if (spread.kind !== 'range') return spread.kind === 'few';
  return !spread.includesZero && spread.low > 0 === usd > 0;
}

function clauses(moves: readonly Move[]): string {
  const told = moves.filter(isTold);
  if (told.length === 0) return `${sizeWords(largest(moves))} is not distinguishable from zero`;
  const losses = told.filter(({ usd }) => usd < 0);
  const gains = told.filter(({ usd }) => usd > 0);
  const words = [
    ...(losses.length > 0 ? [`loses ${amountWords(largest(losses))}`] : []),
    ...(gains.length > 0 ? [`gains ${amountWords(largest(gains))}`] : []),
  ];
  return `B ${words.join(' and ')}`;
}

function sizeWords({ usd, measure }: Move): string {
  const verb = usd < 0 ? 'loss' : 'gain';
  return `B's largest ${verb}, ${amountWords({ usd, measure })},`;
}

function amountWords({ usd, measure }: Pick<Move, 'usd' | 'measure'>): string {
  return `${formatOutcome(Math.abs(usd), measure.unit)} a month of ${measure.label} income`;
}

function largest(moves: readonly Move[]): Move {
  return moves.reduce((most, move) => (Math.abs(move.usd) > Math.abs(most.usd) ? move : most));
}

/** How far the sentence may be trusted, where that is not far. */
function pairWords(pairs: PairedRuns | undefined): string {
  const played = pairs?.scenario.length ?? 0;
  if (played >= fewestPairs) return '';
  const told = pairs === undefined ? '' : `; ${played} of ${pairs.wanted} pairs are played`;
  return ` (in this pair of runs alone${told})`;
}
