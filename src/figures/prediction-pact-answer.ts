import { shownRun } from './prediction-effects.ts';
import { type Evidence, pairSentences, pairsOf, rangeWords } from './prediction-evidence.ts';
import { type PactCourse, pactCourse } from './prediction-pact.ts';
import { type Answered, labelOf, type Question } from './prediction-questions.ts';

/** What became of the pact beside what was said of it. */
export function pactAnswer(question: Question, said: string, evidence: Evidence): Answered {
  const course = pactCourse(shownRun(evidence.record), evidence.window);
  const fates =
    course?.fate === undefined
      ? []
      : pairsOf(evidence).flatMap(({ run }) => pactCourse(run, evidence.window)?.fate ?? []);
  const range = rangeWords([['pact_cohesion_idx', 1]], evidence, signed);
  const nameOf = (id: string): string => labelOf(id, question) ?? id;
  return {
    asks: question.asks,
    said: labelOf(said, question),
    happened: course === undefined ? 'this run did not keep it' : courseWords(course, question),
    isRight: said === '' || course?.fate === undefined ? undefined : said === course.fate,
    pairs: [
      ...(range === '' ? [] : [`change of cohesion ${range}`]),
      ...pairSentences(course?.fate ?? '', fates, nameOf, evidence),
    ],
  };
}

/** Two decimals; a nought without sign. */
function signed(value: number): string {
  const text = value.toFixed(2);
  return Number(text) === 0 ? '0.00' : `${value > 0 ? '+' : ''}${text}`;
}

function courseWords(
  { fate, cohesionBefore, cohesion, warBefore, war }: PactCourse,
  question: Question,
): string {
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const words = fate === undefined ? 'there was no pact to break' : labelOf(fate, question);
  return `${words}: cohesion ${cohesionBefore.toFixed(2)} before, ${cohesion.toFixed(2)} then; war in ${percent(warBefore)} of the months before, ${percent(war)} then`;
}
