import { assertFinite, createTable, type EventRecord, type TableRecord } from '../engine/recorder.ts';
import { runMonths } from '../engine/run-months.ts';
import { createFlowLog, keepFlows, trimFlows } from './flow-log.ts';
import { foundWorld } from './found-world.ts';
import { playMonth } from './month.ts';
import { recordedTables, tableObservables } from './observables.ts';
import { writeMonth } from './phases/record-month.ts';
import type { RunRecord } from './run-record.ts';
import type { Experiment } from './world-spec.ts';

/** What a run leaves, before it is stamped with seed and digest. */
export interface PlayedRun {
  readonly tables: readonly TableRecord[];
  readonly events: readonly EventRecord[];
  readonly flows: RunRecord['flows'];
}

/**
 * Plays an experiment from its first month to its last on the chance of `runKey`. Pure: the same arguments give the same
 * bytes on every machine. `onMonth` only watches; what it throws ends the run. Throws when the books do not balance or a number is not finite.
 */
export function playRun(
  experiment: Experiment,
  runKey: string,
  options: { readonly keepFlows: boolean; readonly onMonth?: () => void },
): PlayedRun {
  const { firstMonth, months } = experiment.timeline;
  const world = foundWorld(experiment, runKey);
  const tables = recordedTables(experiment.world).map((spec) => createTable(spec, months));
  const observables = tableObservables(experiment.world);
  const events: EventRecord[] = [];
  const flows = options.keepFlows ? createFlowLog() : null;
  runMonths(
    world,
    firstMonth,
    firstMonth + months - 1,
    (_, month) => {
      const reading = playMonth(world, month);
      writeMonth(reading, tables, observables, month - firstMonth);
      events.push(...world.events);
      if (flows !== null) keepFlows(flows, world, month);
    },
    options.onMonth,
  );
  for (const table of tables) assertFinite(table);
  return { tables, events, flows: flows === null ? null : { ...trimFlows(flows), names: world.names } };
}
