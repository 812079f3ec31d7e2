/** The library face of Maabar: what another program may import. Scenarios are loaded, runs are played, columns are read. */
export { InvalidInput } from './engine/problem.ts';
export { columnOf } from './engine/recorder.ts';
export { playRun } from './model/play.ts';
export type { RunRecord } from './model/run-record.ts';
export { modelVersion } from './model/version.ts';
export type { Experiment, WorldSpec } from './model/world-spec.ts';
export { listScenarios } from './scenario/card.ts';
export { loadScenario } from './scenario/load.ts';
export { runReplicate } from './study/run.ts';
