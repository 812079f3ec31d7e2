import { reopenStudy } from '../../export/reopen-study.ts';
import { openBench, workChunk } from '../../study/chunk-work.ts';
import { checkChunk } from '../../study/chunks.ts';
import { planId } from '../../study/plan.ts';
import { standOf } from '../../study/precision/look-at-hand.ts';
import { runReplicate } from '../../study/run.ts';
import { chunkAt, countChunks } from '../../study/run-order.ts';
import { missingChunks } from '../../study/session.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot, toolVersion } from '../package-root.ts';
import { say } from '../streams.ts';
import { UsageError } from '../usage-error.ts';

/** Works one chunk of a study's folder, which is all that a scheduler has to call. A chunk that is kept already is left. Many may run at once. */
export async function runChunk(folder: string, number: number): Promise<ExitCode> {
  const study = await reopenStudy(folder, { version: toolVersion(), shippedDir: packageRoot });
  const { plan } = study;
  if (number >= countChunks(plan))
    throw new UsageError(`${folder} has chunks 0 to ${countChunks(plan) - 1}; there is no chunk ${number}.`);
  if (number >= countChunks(standOf(folder, plan).plan))
    throw new UsageError(
      `Chunk ${number} of ${folder} is not due: the runs of the look before it are not all kept, or they were enough. "maabar missing ${folder}" says which are.`,
    );
  const chunk = chunkAt(plan, number);
  if (checkChunk(folder, planId(plan), chunk).state === 'done') {
    say(`Chunk ${number} is kept already.`);
    return exitCodes.ok;
  }
  missingChunks(folder, plan, say, [chunk]);
  const { runs, failed } = workChunk(openBench(study), chunk, runReplicate);
  say(`Chunk ${number}: ${runs} runs kept${failed === 0 ? '' : `, ${failed} of them failed`}.`);
  return failed === 0 ? exitCodes.ok : exitCodes.failedRuns;
}
