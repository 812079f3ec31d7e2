import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BatchAbout } from '../dashboard/batch/snapshot.ts';
import type { ExportedStudy } from '../export/package.ts';
import { sizeOf } from '../export/plan-size.ts';
import type { Plan } from '../study/plan.ts';
import { countRuns, replicatesOf } from '../study/run-order.ts';
import { asTyped } from './program-word.ts';
import { shellWord } from './shell-word.ts';

/** What a screen says of a study beside its progress; `total` runs of it are worked in this folder, fewer than all in a shard. */
export function batchAbout(
  { plan, folder, experiments }: ExportedStudy,
  workers: number | undefined,
  total: number,
): BatchAbout {
  return {
    ...folderAbout(folder, plan),
    workers: workers ?? availableParallelism(),
    expectedBytes: (sizeOf(plan, experiments[0].world).bytes * total) / countRuns(plan),
  };
}

/** What is known of a study from its plan alone. */
export function folderAbout(folder: string, plan: Plan): BatchAbout {
  const { name, studySeed, design, months, outcomes, modelVersion } = plan;
  return {
    name,
    folder,
    seed: studySeed,
    points: design.points,
    replicates: replicatesOf(plan),
    months,
    workers: undefined,
    outcomes,
    modelVersion,
    expectedBytes: undefined,
    goOn: goOnCommand(folder),
  };
}

/** A folder holds all that its study is made of, so this goes on with it whichever command made it. */
function goOnCommand(folder: string): string {
  return asTyped(`maabar batch ${shellWord(join(folder, 'study.yaml'))} --out ${shellWord(folder)}`);
}
