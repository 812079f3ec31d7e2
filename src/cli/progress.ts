import { recordedTables } from '../model/observables.ts';
import type { Experiment } from '../model/world-spec.ts';
import { countRuns, type Plan, replicatesOf } from '../study/plan.ts';
import { say } from './streams.ts';

/** Measured: a row of a table, its share of the chunks and of the flows. */
const bytesOfRow = 500;

/** Says what is going to be done before anything runs. */
export function announcePlan(plan: Plan, experiments: readonly Experiment[], folder: string): void {
  const scenarios = plan.scenarios.length === 1 ? '1 scenario' : `${plan.scenarios.length} scenarios`;
  const replicates = replicatesOf(plan) === 1 ? '1 replicate' : `${replicatesOf(plan)} replicates`;
  const rows = experiments.reduce((sum, experiment) => sum + rowsOfRun(experiment), 0) * replicatesOf(plan);
  say(
    `Plan: ${scenarios} x ${replicates} = ${countRuns(plan)} runs, ${plan.months} months, about ${rows.toLocaleString('en')} rows and ${Math.ceil((rows * bytesOfRow) / 1e6)} MB, to ${folder}`,
  );
}

function rowsOfRun({ world, timeline }: Experiment): number {
  const entities = recordedTables(world).map((table) => (table.key === null ? 1 : table.entities.length));
  return timeline.months * entities.reduce((sum, count) => sum + count, 0);
}

/** A line at most every two seconds while runs are kept, with the time left as a range once there is something to judge by. */
export function reportProgress(plan: Plan): (done: number, failed: number) => void {
  const total = countRuns(plan);
  const everyMs = 2000;
  const start = performance.now();
  let before: number | undefined;
  let told = start;
  return (done, failed) => {
    const now = performance.now();
    before ??= done;
    if (done === total || now - told < everyMs) return;
    told = now;
    const left = ((now - start) / 1000 / Math.max(1, done - before)) * (total - done);
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    say(`${done} of ${total} runs${failures}, ${Math.ceil(left * 0.8)} to ${Math.ceil(left * 1.3)} s left`);
  };
}
