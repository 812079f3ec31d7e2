/** What numbers taken off a screen must say of themselves, so that nobody takes them for an observation. Plain data. */
export interface AboutShown {
  /** The disclaimer. */
  readonly note: string;
  readonly scenario_id: string;
  readonly title: string;
  /** The scenario of the run that it was compared with; empty for none. */
  readonly compared_with: string;
  readonly seed: number;
  readonly replicate: number;
  /** First day of the month that was shown. */
  readonly shown_date: string;
  readonly view: string;
  /** Labels of what was thrown into the run by hand, each with its first month; empty for nothing. */
  readonly shocks: readonly string[];
  readonly model_version: number;
}
