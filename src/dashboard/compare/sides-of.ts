import type { Side, Sides } from '../../figures/compared-sides.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { runName } from '../run-name.ts';
import type { Snapshot } from '../snapshot.ts';

/** The two runs of a snapshot as they stand on the screen; where there is nothing to compare with, both are the one. */
export function sidesOf(snapshot: Snapshot, record: RunRecord): Sides {
  const { experiment, comparison, state } = snapshot;
  const scenario: Side = { name: runName(snapshot), record, changes: experiment.changes };
  const baseline: Side =
    comparison === undefined
      ? scenario
      : { name: comparison.scenarioId, record: comparison.record, changes: comparison.changes ?? [] };
  return state.isSwapped ? { a: scenario, b: baseline, sign: -1 } : { a: baseline, b: scenario, sign: 1 };
}
