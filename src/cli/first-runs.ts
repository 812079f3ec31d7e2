import type { RunRecord } from '../model/run-record.ts';
import { readChunk } from '../study/chunks.ts';
import { recordOf } from '../study/kept-run.ts';
import { planId } from '../study/plan.ts';
import type { Chunk } from '../study/run-order.ts';
import type { RunStudy } from './study-of-run.ts';

/** The first run of each scenario, which the first chunk holds, or why it failed. */
export function firstRuns({ plan, folder }: RunStudy, chunk: Chunk): readonly (RunRecord | Error)[] {
  const runs = readChunk(folder, plan, planId(plan), chunk).slice(0, plan.scenarios.length);
  return runs.map((run) => (run.status === 'ok' ? recordOf(plan, run) : new Error(run.message)));
}
