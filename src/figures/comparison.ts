import type { RunRecord } from '../model/run-record.ts';
import type { DatedChange } from '../model/world-spec.ts';

/** Another run on the same draws, to say what the scenario moved. */
export interface Comparison {
  /** Its scenario's id, by which the screen names it. */
  readonly scenarioId: string;
  readonly record: RunRecord;
  /** What its scenario changes; left out where nothing is known of it. */
  readonly changes?: readonly DatedChange[];
}
