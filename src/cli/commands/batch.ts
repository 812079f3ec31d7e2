import type { Worked } from '../../export/work-study.ts';
import { countRuns } from '../../study/run-order.ts';
import { batchSummary, printBatchJson } from '../batch-summary.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { asTyped } from '../program-word.ts';
import { announcePlan, counted } from '../progress.ts';
import { print, say } from '../streams.ts';
import { type RequestedStudy, requestedStudy, type StudyRequest } from '../study-request.ts';
import { tell } from '../tell.ts';
import { tellUnfinished } from '../tell-unfinished.ts';
import type { ScreenLook } from '../terminal-options.ts';
import { timeEstimate } from '../time-estimate.ts';
import { workTold } from '../work-told.ts';

/** Flags of `batch`. */
export interface BatchOptions extends StudyRequest, ScreenLook {
  readonly workers?: number;
  readonly onFailure?: 'continue' | 'stop';
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly screenReader?: boolean;
  readonly yes?: boolean;
}

/** A design beyond this asks for `--yes`: a slip of the pen must not cost a week. */
const mostRuns = 10_000_000;

/** Works a study into its folder; what an earlier sitting did is kept. */
export async function batch(words: readonly string[], options: BatchOptions): Promise<ExitCode> {
  const study = await requestedStudy(words, options);
  announcePlan(study, timeEstimate(study, options.workers));
  if (countRuns(study.plan) > mostRuns && options.yes !== true) return askForYes(study);
  const { worked, exitCode } = await workTold(study, { ...options, goOn: study.goOn, shard: study.shard });
  const told = tellBatch(study, worked, options);
  return exitCode ?? told;
}

function tellBatch(study: RequestedStudy, worked: Worked, options: BatchOptions): ExitCode {
  if (worked.state !== 'finished') return tellUnfinished(worked, study.folder, study.goOn);
  if (worked.wasFinished) say(`${study.folder} is finished already; it is left as it is.`);
  const told = { ...study, plan: worked.plan };
  if (options.json) printBatchJson(told, worked.results, worked.look);
  else print(batchSummary(told, worked.results, worked.look));
  // Whoever hears the lines one by one is told that there are no more.
  if (options.screenReader && !options.json) tell(`Finished. The tables are in ${study.folder}.`);
  return worked.results.summary.failed > 0 ? exitCodes.failedRuns : exitCodes.ok;
}

function askForYes({ plan, goOn }: RequestedStudy): ExitCode {
  say(
    `${counted(countRuns(plan), 'run')} are more than ${counted(mostRuns, 'run')}. Give it fewer values, points or replicates; or, if that many are meant:  ${asTyped(goOn)} --yes`,
  );
  return exitCodes.usage;
}
