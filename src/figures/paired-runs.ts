/** Pairs of runs on the same draws, month by month, as far as they are played. Plain data. */
export interface PairedRuns {
  /** Pairs that are asked for; fewer may be played yet. */
  readonly wanted: number;
  readonly firstMonth: number;
  readonly months: number;
  /** Columns of by_month that are kept. */
  readonly columns: readonly string[];
  /** For each pair, column after column, month after month, of the run without shocks that all is compared with. */
  readonly baseline: readonly Float64Array[];
  /** The same of the scenario with its shocks, in the order of `baseline`. */
  readonly scenario: readonly Float64Array[];
}
