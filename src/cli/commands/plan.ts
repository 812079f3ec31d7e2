import { freezeStudy } from '../../export/package.ts';
import { sizeOf } from '../../export/plan-size.ts';
import { planId } from '../../study/plan.ts';
import { cutToFirst } from '../../study/precision/layers.ts';
import { countChunks, countRuns } from '../../study/run-order.ts';
import { openFolder } from '../../study/session.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { looksWords } from '../precision-words.ts';
import { asTyped } from '../program-word.ts';
import { counted, planWords } from '../progress.ts';
import { print, printJson } from '../streams.ts';
import { requestedStudy, type StudyRequest } from '../study-request.ts';
import { timeEstimate } from '../time-estimate.ts';

/** Flags of `plan`. */
export interface PlanOptions extends StudyRequest {
  readonly workers?: number;
  readonly json?: boolean;
}

/** Says what a study will cost and prepares its folder, points included; plays only the first months of one run, to judge by. */
export async function plan(words: readonly string[], options: PlanOptions): Promise<ExitCode> {
  const study = await requestedStudy(words, options);
  const { folder, plan } = study;
  openFolder(folder, plan);
  freezeStudy(study);
  if (options.json) {
    const size = sizeOf(plan, study.experiments[0].world);
    const { secondsPerRun } = study;
    printJson({
      type: 'plan',
      study: planId(plan),
      folder,
      ...size,
      ...(plan.precision === undefined ? {} : { leastRuns: countRuns(cutToFirst(plan)) }),
      chunks: countChunks(plan),
      secondsPerRun,
    });
    return exitCodes.ok;
  }
  print(`${planWords(study)}${timeEstimate(study, options.workers)}`);
  print(
    `${counted(countChunks(plan), 'chunk')} of at most ${counted(plan.chunkReplicates * plan.scenarios.length, 'run')}`,
  );
  if (plan.precision !== undefined) print(looksWords(plan.precision));
  if (plan.design.kind !== 'none') print(`Points: ${folder}/design.csv`);
  print(`Folder: ${folder}`);
  print(`Run it:  ${asTyped(study.goOn)}`);
  return exitCodes.ok;
}
