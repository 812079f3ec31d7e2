import { reopenStudy } from '../../export/reopen-study.ts';
import { checkChunk } from '../../study/chunks.ts';
import { planId } from '../../study/plan.ts';
import { standOf } from '../../study/precision/look-at-hand.ts';
import { chunksOf } from '../../study/run-order.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot, toolVersion } from '../package-root.ts';
import { print } from '../streams.ts';

/**
 * Prints the numbers of the chunks that a study's folder still lacks, one a line; nothing once all are kept. Of a study that goes on until it
 * is precise, those of the look at hand: ask again when they are kept. Changes nothing.
 */
export async function missing(folder: string): Promise<ExitCode> {
  const { plan: whole } = await reopenStudy(folder, { version: toolVersion(), shippedDir: packageRoot });
  const { plan } = standOf(folder, whole);
  const id = planId(plan);
  for (const chunk of chunksOf(plan))
    if (checkChunk(folder, id, chunk).state !== 'done') print(String(chunk.index));
  return exitCodes.ok;
}
