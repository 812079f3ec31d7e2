/**
 * The library face of Maabar: what another program may import.
 *
 * Scenarios
 */
export { loadScenario } from './scenario/load.ts';
export { listScenarios } from './scenario/card.ts';

/** Runs */
export { playRun } from './model/play.ts';
export { runReplicate } from './study/run.ts';
export { columnOf } from './engine/recorder.ts';

/** What runs are made of */
export type { Experiment, WorldSpec } from './model/world-spec.ts';
export type { RunRecord } from './model/run-record.ts';
export { modelVersion } from './model/version.ts';
export { InvalidInput } from './engine/problem.ts';
