import { createHash } from 'node:crypto';
import type { Experiment } from '../model/world-spec.ts';

/** A scenario that the command line changes is another scenario, so that no row of it can be taken for one of the file's. */
export function renameSet(experiment: Experiment, set: Readonly<Record<string, string>>): Experiment {
  return { ...experiment, scenarioId: setName(experiment.scenarioId, set) };
}

/** Name of a scenario under settings of the command line; its own where there are none. */
export function setName(scenarioId: string, set: Readonly<Record<string, string>>): string {
  if (Object.keys(set).length === 0) return scenarioId;
  const mark = createHash('sha256').update(JSON.stringify(set)).digest('hex').slice(0, 6);
  return `${scenarioId}-set-${mark}`;
}
