import { formatProblem, type InvalidInput } from '../engine/problem.ts';
import { print, printJson, say } from './streams.ts';

/** One line of `check`: a file's standing, or one check's. */
export interface Finding {
  readonly file: string;
  readonly status: 'valid' | 'invalid' | 'holds' | 'fails' | 'error';
  readonly text: string;
}

/** A finding for each problem of a file. Throws the error itself where none of its problems stands in a file. */
export function invalid(file: string, error: InvalidInput): readonly Finding[] {
  if (error.problems.every((problem) => problem.file === undefined)) throw error;
  return error.problems.map((problem) => ({ file, status: 'invalid', text: formatProblem(problem) }));
}

/** What is wrong goes to stderr, all else to stdout; as JSON all goes to stdout. */
export function tell(finding: Finding, asJson: boolean): void {
  if (asJson) printJson(finding);
  else if (finding.status === 'invalid' || finding.status === 'error') say(finding.text);
  else print(finding.text);
}
