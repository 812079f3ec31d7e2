import type { RunRecord } from '../../model/run-record.ts';
import type { Experiment } from '../../model/world-spec.ts';
import type { Band, MeasuredRow } from '../validation-row.ts';

/** Two runs on the same draws: as it was, and with something raised. */
export interface RaisedPair {
  readonly before: Experiment;
  readonly after: Experiment;
}

/**
 * A comparative static: `read` of the raised run less `read` of the other, over `scale` of the other where given as a share.
 * `source` is the literature that the sign comes from.
 */
export function staticRow(
  id: string,
  about: string,
  band: Band,
  source: string,
  runs: RaisedPair,
  read: (run: RunRecord) => number,
): MeasuredRow {
  return {
    id,
    kind: 'comparative',
    about,
    seen: 'the sign that the rule’s source expects',
    source,
    band,
    use: 'judged',
    unit: 'ratio',
    runs: { ...runs },
    measure: (records) => {
      const was = read(records.before);
      return { top: read(records.after) - was, bottom: Math.abs(was) };
    },
  };
}
