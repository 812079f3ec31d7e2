import type { RunRecord } from '../model/run-record.ts';
import { readChunk } from '../study/chunks.ts';
import { recordOf } from '../study/kept-run.ts';
import { planId } from '../study/plan.ts';
import type { RunFailed } from '../study/run-failed.ts';
import type { Chunk } from '../study/run-order.ts';
import { runFailed } from './failed-plays.ts';
import type { RunStudy } from './study-of-run.ts';

/** The first run of each scenario, which the first chunk holds, or why it failed. */
export function firstRuns(
  { plan, folder, replay }: RunStudy,
  chunk: Chunk,
): readonly (RunRecord | RunFailed)[] {
  const runs = readChunk(folder, plan, planId(plan), chunk).slice(0, plan.scenarios.length);
  return runs.map((run) => {
    if (run.status === 'ok') return recordOf(plan, run);
    const { scenario, replicate } = run.place;
    const { scenarioId } = plan.scenarios[scenario];
    const { message } = run;
    return runFailed({ scenarioId, seed: plan.studySeed, replicate, message }, replay(run.place, []));
  });
}
