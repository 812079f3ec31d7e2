import { nameMonth } from '../engine/calendar.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Window } from '../scenario/window.ts';
import type { Comparison } from './comparison.ts';
import { formatDifference } from './outcome-words.ts';
import { fewestPairs, spreadOf } from './pair-differences.ts';
import type { PairedRuns } from './paired-runs.ts';
import { type Effect, effectOf, type JudgedRun, judgedPairs, shownRun } from './prediction-effects.ts';
import { type PactCourse, pactCourse } from './prediction-pact.ts';
import {
  another,
  type Candidate,
  nobody,
  payers,
  type Question,
  type QuestionId,
  questionOf,
  sourceCandidates,
} from './prediction-questions.ts';

/** All that answers are judged by. */
export interface Evidence {
  readonly record: RunRecord;
  readonly comparison: Comparison | undefined;
  readonly pairs: PairedRuns | undefined;
  readonly window: Window;
}

/** A question with what was answered and what happened. */
export interface Answered {
  readonly asks: string;
  /** Undefined where the question was skipped. */
  readonly said: string | undefined;
  readonly happened: string;
  /** Undefined where nothing can be said. */
  readonly isRight: boolean | undefined;
  /** What the pairs say of it, in sentences. */
  readonly spread: readonly string[];
}

/** What is judged, in words: `mean a month of Jan 2016 to Dec 2017, against baseline on the same draws`. */
export function judgedWords({ first, last }: Window, comparedWith: string | undefined): string {
  const against =
    comparedWith === undefined ? 'the twelve months before' : `${comparedWith} on the same draws`;
  return `mean a month of ${nameMonth(first)} to ${nameMonth(last)}, against ${against}`;
}

/** A question beside what happened on the shown run and in the pairs; `said` is the id of a choice, empty where it was skipped. */
export function answerOf(id: QuestionId, said: string, evidence: Evidence): Answered {
  const question = questionOf(id, evidence.record, evidence.window);
  return id === 'pact' ? pactAnswer(question, said, evidence) : moneyAnswer(question, said, evidence);
}

function shown({ record, comparison }: Evidence): JudgedRun {
  return { run: shownRun(record), against: comparison && shownRun(comparison.record) };
}

function pairsOf({ pairs, comparison }: Evidence): readonly JudgedRun[] {
  return judgedPairs(pairs, comparison !== undefined);
}

function moneyAnswer(question: Question, said: string, evidence: Evidence): Answered {
  const { window, record } = evidence;
  const candidates = question.id === 'gains' ? sourceCandidates(record) : payers;
  const best = largest(candidates, shown(evidence), window);
  const chosen = best === undefined ? nobody : choiceFor(best, question);
  const format = (usd: number): string => formatDifference(usd, 'usd');
  const amount = (candidate: Candidate): string =>
    `${candidate.label} ${format(effectOf(candidate.effect, shown(evidence), window))}`;
  const same = pairsOf(evidence).filter((pair) => largest(candidates, pair, window)?.id === best?.id).length;
  const chosenOne = candidates.find((candidate) => candidate.id === said);
  return {
    asks: question.asks,
    said: said === '' ? undefined : chosenOne ? amount(chosenOne) : labelOf(said, question),
    happened: best === undefined ? labelOf(nobody, question) : amount(best),
    isRight: said === '' ? undefined : said === chosen,
    spread: spreadSentences(
      best === undefined ? [] : effectsIn(best.effect, evidence),
      evidence,
      same,
      format,
    ),
  };
}

function effectsIn(effect: Effect, evidence: Evidence): readonly number[] {
  return pairsOf(evidence)
    .map((pair) => effectOf(effect, pair, evidence.window))
    .filter((usd) => !Number.isNaN(usd));
}

/** Amounts of less than a cent a month are noise of adding up. */
const leastUsd = 0.01;

/** The candidate with the largest effect above zero; undefined where there is none. */
function largest(candidates: readonly Candidate[], judged: JudgedRun, window: Window): Candidate | undefined {
  let [best, most]: [Candidate | undefined, number] = [undefined, leastUsd];
  for (const candidate of candidates) {
    const usd = effectOf(candidate.effect, judged, window);
    if (usd > most) [best, most] = [candidate, usd];
  }
  return best;
}

function choiceFor(best: Candidate, { choices }: Question): string {
  return choices.some(({ id }) => id === best.id) ? best.id : another;
}

function labelOf(id: string, { choices }: Question): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

function pactAnswer(question: Question, said: string, evidence: Evidence): Answered {
  const { window } = evidence;
  const course = pactCourse(shownRun(evidence.record), window);
  const cohesion = effectsIn([['pact_cohesion_idx', 1]], evidence);
  const fates = pairsOf(evidence).map(({ run }) => pactCourse(run, window)?.fate);
  const isKnown = fates.some((fate) => fate !== undefined);
  const same = fates.filter((fate) => fate !== undefined && fate === course?.fate).length;
  const format = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)} of cohesion`;
  return {
    asks: question.asks,
    said: said === '' ? undefined : labelOf(said, question),
    happened: course === undefined ? 'this run did not keep it' : courseWords(course, question),
    isRight: said === '' || course?.fate === undefined ? undefined : said === course.fate,
    spread: spreadSentences(cohesion, evidence, isKnown ? same : undefined, format),
  };
}

function courseWords(
  { fate, cohesionBefore, cohesion, warBefore, war }: PactCourse,
  question: Question,
): string {
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const words = fate === undefined ? 'there was no pact to break' : labelOf(fate, question);
  return `${words}: cohesion ${cohesionBefore.toFixed(2)} before, ${cohesion.toFixed(2)} then; war in ${percent(warBefore)} of the months before, ${percent(war)} then`;
}

/** The range of the pairs, whether it includes zero, and in how many of them the answer is the same (undefined: not known). */
function spreadSentences(
  differences: readonly number[],
  { pairs }: Evidence,
  same: number | undefined,
  format: (value: number) => string,
): readonly string[] {
  if (pairs === undefined) return [];
  const played = pairs.scenario.length;
  const spread = spreadOf(differences, pairs.wanted);
  const also = same === undefined ? [] : [`the same answer in ${same} of ${played} pairs`];
  if (played < fewestPairs)
    return [`${played} of ${pairs.wanted} pairs are played; the range comes with ${fewestPairs}`];
  if (spread.kind === 'few') return also;
  if (spread.kind === 'none') return ['no difference in any pair', ...also];
  const range = `90% of ${played} pairs: ${format(spread.low)} to ${format(spread.high)}`;
  return [range, ...(spread.includesZero ? ['undecided: the range includes zero'] : []), ...also];
}
