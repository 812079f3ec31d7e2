import type { Problem } from '../engine/problem.ts';
import type { ReadStudy } from './read-study.ts';

/** A precision that a study goes on for: `replicates: auto`. */
export interface StudyPrecision {
  /** Most that half an interval may be of what it is measured by; above 0, below 1. */
  readonly target: number;
  /** Outcomes that it is asked of. */
  readonly of: readonly string[];
  /** Replicates that are played in any case, and at most. */
  readonly least: number;
  readonly most: number;
}

/** Replicates of an automatic study where it does not say. */
/** Replicates played in any case, and at most, where the study does not say. */
export const usualLooks = { least: 8, most: 2000 };
/** The outcome that is judged where neither `of` nor `outcomes` names any. */
const usualOutcome = 'income_total_usd';

const keys = ['precision', 'of', 'least', 'most'] as const;

/** Reads the precision of a study; undefined where its number of replicates is given. What does not fit together is added to the problems. */
export function readPrecision(study: ReadStudy, problems: Problem[]): StudyPrecision | undefined {
  const { written } = study;
  if (written.replicates !== 'auto') {
    problems.push(...strayKeys(study));
    return undefined;
  }
  const { least = usualLooks.least, most = usualLooks.most, precision: target } = written;
  const of = written.of ?? written.outcomes ?? [usualOutcome];
  problems.push(...misfits(study, least, most, of));
  return target === undefined ? undefined : { target, of, least, most };
}

/** Keys of a precision beside a number of replicates; a number on the command line goes before the file's precision. */
function strayKeys({ written, place }: ReadStudy): readonly Problem[] {
  const isGiven = place(['replicates']).file === undefined && written.replicates !== undefined;
  return keys
    .filter((key) => written[key] !== undefined && !(isGiven && place([key]).file !== undefined))
    .map((key) => ({
      ...place([key], 'key'),
      message: `"${key}" is for "replicates: auto", and the number of replicates is given here. Keep one of the two.`,
    }));
}

function misfits(study: ReadStudy, least: number, most: number, of: readonly string[]): readonly Problem[] {
  const { written, place } = study;
  const problems: Problem[] = [];
  if (written.precision === undefined && !isReported(study, 'precision'))
    problems.push({
      ...place(['replicates']),
      message:
        '"replicates: auto" needs "precision", how narrow the intervals must be: 0.05, or --precision 5%, for 5% of the difference.',
    });
  if (written.design === 'morris' || written.design === 'saltelli')
    problems.push({
      ...place(['replicates']),
      message: `"replicates: auto" does not go with "design: ${written.design}", whose blocks each draw replicates of their own. Give a number.`,
    });
  if (least > most)
    problems.push({
      ...place([written.most === undefined ? 'least' : 'most']),
      message: `"most: ${most}" replicates are fewer than "least: ${least}". Raise the one or lower the other.`,
    });
  const kept = written.outcomes;
  for (const outcome of kept === undefined
    ? []
    : of.filter((name) => !(kept as readonly string[]).includes(name)))
    problems.push({
      ...place(['of']),
      message: `"of" asks for "${outcome}", which "outcomes" does not keep. Add it there, or leave it out here.`,
    });
  return problems;
}

/** Whether a key that is left out of what was written stands there after all, and was found wrong. */
function isReported({ problems, place }: ReadStudy, key: string): boolean {
  const { line, column } = place([key]);
  return problems.some((problem) => problem.line === line && problem.column === column);
}
