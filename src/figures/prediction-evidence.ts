import type { RunRecord } from '../model/run-record.ts';
import type { Window } from '../scenario/window.ts';
import type { Comparison } from './comparison.ts';
import { fewestPairs, spreadOf } from './pair-differences.ts';
import type { PairedRuns } from './paired-runs.ts';
import { type Effect, effectOf, type JudgedRun, judgedPairs, shownRun } from './prediction-effects.ts';

/** All that answers are judged by. */
export interface Evidence {
  readonly record: RunRecord;
  readonly comparison: Comparison | undefined;
  readonly pairs: PairedRuns | undefined;
  readonly window: Window;
}

/** The shown run beside the one that it is judged against. */
export function shownOf({ record, comparison }: Evidence): JudgedRun {
  return { run: shownRun(record), against: comparison && shownRun(comparison.record) };
}

/** The pairs that are played so far. */
export function pairsOf({ pairs, comparison }: Evidence): readonly JudgedRun[] {
  return judgedPairs(pairs, comparison !== undefined);
}

/** The middle 90% of the pairs and whether it includes zero; empty while there are fewer than ten pairs, or where they do not keep what it takes. */
export function rangeWords(effect: Effect, evidence: Evidence, format: (value: number) => string): string {
  const differences = pairsOf(evidence)
    .map((pair) => effectOf(effect, pair, evidence.window))
    .filter((difference) => !Number.isNaN(difference));
  const spread = spreadOf(differences, evidence.pairs?.wanted ?? 0);
  if (spread.kind === 'few') return '';
  if (spread.kind === 'none') return 'no difference in any pair';
  const range = `90%: ${format(spread.low)} to ${format(spread.high)}`;
  return spread.includesZero ? `${range}, undecided: the range includes zero` : range;
}

/** In how many of the pairs the answer is the same, and which one they give most often where it is another; or how many are still to be played. */
export function pairSentences(
  happened: string,
  answers: readonly string[],
  nameOf: (id: string) => string,
  { pairs }: Evidence,
): readonly string[] {
  if (pairs === undefined) return [];
  const played = pairs.scenario.length;
  if (played < fewestPairs)
    return [`${played} of ${pairs.wanted} are played; a range comes with ${fewestPairs}`];
  if (answers.length === 0) return [];
  const timesOf = (id: string): number => answers.filter((answer) => answer === id).length;
  const often = answers.reduce((most, answer) => (timesOf(answer) > timesOf(most) ? answer : most));
  const same = `the same answer in ${timesOf(happened)} of ${answers.length}`;
  if (timesOf(often) <= timesOf(happened)) return [same];
  return [same, `most often: ${nameOf(often)}, in ${timesOf(often)}`];
}
