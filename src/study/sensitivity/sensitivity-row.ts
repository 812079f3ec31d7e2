/** What is told of a parameter: Morris's three numbers, Sobol's two shares, and what is owed to chance. */
export type SensitivityIndex = 'mu_star' | 'mu' | 'sigma' | 'first' | 'total' | 'chance';

/** Which method an estimate comes from. */
export type SensitivityMethod = 'morris' | 'sobol';

/** One estimate with its interval: one row of summary/sensitivity.csv. */
export interface SensitivityRow {
  readonly method: SensitivityMethod;
  readonly outcome: string;
  /** A name of the design's axes, or `chance`. */
  readonly parameter: string;
  readonly index: SensitivityIndex;
  /** Null where nothing can be said: fewer than two whole bases, or an outcome that does not vary. */
  readonly estimate: number | null;
  /** Null also where a resample had no value. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** Share of studies whose interval holds the truth. */
  readonly level: number;
  /** Bases that the estimate rests on. */
  readonly nBase: number;
  /** Runs of the whole design, replicates and failed ones too. */
  readonly nRuns: number;
  /** Bases left out since at least one of their runs failed. nBase + nFailed are all bases. */
  readonly nFailed: number;
  /** Whether all intervals of this method and outcome are as narrow as the method asks; the same in each of its rows. */
  readonly converged: boolean;
}
