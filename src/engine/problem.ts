/**
 * One thing wrong with what a user gave us: where it stands, what it is, how to mend it.
 * Problems are gathered and reported together; throwing is for our own faults.
 */
export interface Problem {
  /** File path as the user gave it, or undefined when the command line itself is at fault. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** One or two sentences: what came, why it cannot be, what is allowed, the nearest name. */
  readonly message: string;
}

/** `scenarios/a.yaml:8:29: message`, the form editors and terminals make clickable. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  return place === '' ? problem.message : `${place}: ${problem.message}`;
}

/** Input that cannot be used. Carries every problem found, never only the first. */
export class InvalidInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'InvalidInput';
    this.problems = problems;
  }
}
