/** What numbers taken off a screen must say of themselves, so that nobody takes them for an observation. Plain data. */
export type AboutShown = AboutRun | AboutStudy | AboutChoices;

interface About {
  /** The disclaimer. */
  readonly note: string;
  readonly seed: number;
  readonly view: string;
  /** Of the model that played what is shown, or would. */
  readonly model_version: number;
}

/** Of a run at the month that was shown. */
export interface AboutRun extends About {
  readonly scenario_id: string;
  readonly title: string;
  /** The scenario of the run that it was compared with; empty for none. */
  readonly compared_with: string;
  readonly replicate: number;
  /** First day of the month that was shown. */
  readonly shown_date: string;
  /** Labels of what was thrown into the run by hand, each with its first month; empty for nothing. */
  readonly shocks: readonly string[];
}

/** Of a study as far as it was. */
export interface AboutStudy extends About {
  readonly study: string;
  readonly folder: string;
  /** `512 of 800 runs`: means of fewer runs than are planned will still move. */
  readonly progress: string;
}

/** Of the list to choose from. */
export interface AboutChoices extends About {
  /** What the rows were filtered by; empty for nothing. */
  readonly filter: string;
}
