/** The library face of Maabar: what another program may import. Scenarios are loaded, runs are played, studies are worked, columns are read. */

// Scenarios and what is wrong with them
export { InvalidInput } from './engine/problem.ts';
// One run
export { columnOf } from './engine/recorder.ts';
// Many runs
export type { Results } from './export/results.ts';
export { type RunStudyOptions, runStudy, type StudyResults } from './export/run-study.ts';
export { playRun } from './model/play.ts';
export type { RunRecord } from './model/run-record.ts';
export { modelVersion } from './model/version.ts';
export type { Experiment, WorldSpec } from './model/world-spec.ts';
export { listScenarios } from './scenario/card.ts';
export { type LoadedScenario, loadScenario } from './scenario/load.ts';
export { type LoadedStudy, loadStudy } from './scenario/load-study.ts';
export type { StudyProgress } from './study/progress.ts';
export { runReplicate as run, runReplicate } from './study/run.ts';
export type { Comparison, Summary } from './study/summarise.ts';
