import { InvalidInput } from '../../engine/problem.ts';
import type { Plan } from '../plan.ts';
import { readPlan } from '../read-plan.ts';
import { refuseGaps } from '../refuse-gaps.ts';
import { readRuns } from '../session.ts';
import { isForSensitivity, type Measured, startSensitivity } from './study-sensitivity.ts';

/** What a folder's runs say of sensitivity, and how many of them there are. */
export interface FolderSensitivity {
  readonly plan: Plan;
  readonly measured: readonly Measured[];
  readonly attempted: number;
  readonly failed: number;
}

/**
 * Estimates sensitivity from the chunks of a study's folder; plays nothing. Throws ForeignFolder where the folder is none of a study or is not
 * worked to its end, InvalidInput where its design is none for sensitivity.
 */
export function readSensitivity(folder: string): FolderSensitivity {
  const plan = readPlan(folder);
  if (!isForSensitivity(plan))
    throw new InvalidInput([
      {
        message: `The design of ${folder} is ${plan.design.kind}; sensitivity needs the rows of a method. Play them with:  maabar sensitivity ${folder}/study.yaml --method morris`,
      },
    ]);
  refuseGaps(folder, plan);
  const collector = startSensitivity(plan);
  let [attempted, failed] = [0, 0];
  for (const run of readRuns(folder, plan)) {
    attempted++;
    if (run.status === 'failed') failed++;
    collector.add(run);
  }
  return { plan, measured: collector.finish(), attempted, failed };
}
