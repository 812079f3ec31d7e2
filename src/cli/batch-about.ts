import { availableParallelism } from 'node:os';
import type { BatchAbout } from '../dashboard/batch/snapshot.ts';
import type { ExportedStudy } from '../export/package.ts';
import { sizeOf } from '../export/plan-size.ts';
import { countRuns, replicatesOf } from '../study/run-order.ts';

/** What a screen says of a study beside its progress; `total` runs of it are worked in this folder, fewer than all in a shard. */
export function batchAbout(
  { plan, folder, experiments }: ExportedStudy,
  workers: number | undefined,
  total: number,
): BatchAbout {
  const { name, studySeed, design, months, outcomes } = plan;
  return {
    name,
    folder,
    seed: studySeed,
    points: design.points,
    replicates: replicatesOf(plan),
    months,
    workers: workers ?? availableParallelism(),
    outcomes,
    expectedBytes: (sizeOf(plan, experiments[0].world).bytes * total) / countRuns(plan),
  };
}
