/** How the program ends: the same numbers for every verb. */
export const exitCodes = {
  ok: 0,
  /** A fault of the program. */
  fault: 1,
  /** The command line cannot be read. */
  usage: 2,
  /** A scenario, study or world file is not valid. */
  invalid: 3,
  /** Finished, but some runs failed. */
  failedRuns: 4,
  /** Stopped: a worker was lost twice. */
  stopped: 5,
  /** A check does not hold. */
  checkFailed: 6,
  /** The output cannot be written, or the folder holds something else. */
  output: 7,
  /** Interrupted; the same command goes on. */
  interrupted: 130,
} as const;

/** One of the numbers above. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
