import type { FailedRun } from '../study/outcome.ts';
import { failureWords, RunFailed } from '../study/run-failed.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { asTyped } from './program-word.ts';
import { say } from './streams.ts';

/** What of a failed run its words need. */
type Failed = Pick<FailedRun, 'scenarioId' | 'seed' | 'replicate' | 'message'>;

/** Runs that failed while a screen was shown, kept until the terminal is given back. */
export interface FailedPlays {
  readonly note: (failed: Failed, command: string) => void;
  /** Tells each once on stderr. Gives the exit code: a fault where there was any and nothing else was wrong. */
  readonly tell: (code: ExitCode) => ExitCode;
}

/** A failed run, and the command that repeats it. */
export function repeatWords(failed: Failed, command: string): string {
  return `${failureWords(failed)}\nTo repeat it:  ${asTyped(command)}`;
}

/** The same as the error that ends a screen that waits for the run. */
export function runFailed(failed: Failed, command: string): RunFailed {
  return new RunFailed(repeatWords(failed, command));
}

/** Nothing has failed yet. */
export function collectFailedPlays(): FailedPlays {
  const told = new Set<string>();
  return {
    note: (failed, command) => told.add(repeatWords(failed, command)),
    tell: (code) => {
      for (const words of told) say(words);
      return told.size > 0 && code === exitCodes.ok ? exitCodes.fault : code;
    },
  };
}
