import { nameMonth } from '../engine/calendar.ts';
import type { Window } from '../scenario/window.ts';
import { formatDifference } from './outcome-words.ts';
import { type Effect, effectOf, type JudgedRun } from './prediction-effects.ts';
import { type Evidence, pairSentences, pairsOf, rangeWords, shownOf } from './prediction-evidence.ts';
import { pactAnswer } from './prediction-pact-answer.ts';
import {
  type Answered,
  another,
  type Candidate,
  labelOf,
  nobody,
  payers,
  type Question,
  type QuestionId,
  questionOf,
  sourceCandidates,
} from './prediction-questions.ts';

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

function moneyAnswer(question: Question, said: string, evidence: Evidence): Answered {
  const isGain = question.id === 'gains';
  const candidates = isGain ? sourceCandidates(evidence.record) : payers;
  const answerIn = (judged: JudgedRun): string => largest(candidates, judged, evidence.window)?.id ?? nobody;
  const happened = answerIn(shownOf(evidence));
  const words = (id: string): string | undefined => {
    const candidate = candidates.find((one) => one.id === id);
    return candidate === undefined
      ? labelOf(id, question)
      : amountWords(candidate, isGain ? 1 : -1, evidence);
  };
  const nameOf = (id: string): string => candidates.find((one) => one.id === id)?.label ?? 'none';
  const answers = pairsOf(evidence).map(answerIn);
  return {
    asks: question.asks,
    said: words(said),
    happened: words(happened) ?? nobody,
    isRight: said === '' ? undefined : said === choiceFor(happened, question),
    pairs: pairSentences(happened, answers, nameOf, evidence),
  };
}

/** `C customs -$414k (90%: -$430k to -$400k)`: on the shown run, and in brackets the middle 90% of the pairs once there are enough; `sign` -1 where the effect is a loss. */
function amountWords({ label, effect }: Candidate, sign: 1 | -1, evidence: Evidence): string {
  const signedEffect: Effect = effect.map(([column, own]) => [column, own === sign ? 1 : -1]);
  const format = (usd: number): string => formatDifference(usd, 'usd');
  const range = rangeWords(signedEffect, evidence, format);
  const usd = effectOf(signedEffect, shownOf(evidence), evidence.window);
  return `${label} ${format(usd)}${range === '' ? '' : ` (${range})`}`;
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

/** The choice that stands for an answer. */
function choiceFor(answer: string, { choices }: Question): string {
  return choices.some(({ id }) => id === answer) ? answer : another;
}
