import { assertSameStudy, findChunks, gatherChunks, Unmergeable } from '../../export/merge-shards.ts';
import { reopenStudy } from '../../export/reopen-study.ts';
import { workStudy } from '../../export/work-study.ts';
import { folderName } from '../../study/plan.ts';
import { standOf } from '../../study/precision/look-at-hand.ts';
import { countChunks } from '../../study/run-order.ts';
import { openFolder } from '../../study/session.ts';
import { batchSummary, printBatchJson } from '../batch-summary.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot, toolVersion } from '../package-root.ts';
import { counted } from '../progress.ts';
import { print, say } from '../streams.ts';
import { tellUnfinished } from '../tell-unfinished.ts';
import { toolFacts } from '../tool-facts.ts';

/** Flags of `merge`. */
export interface MergeOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** Joins the folders of shards into one, byte-equal to a single working of the whole. Refuses gaps and writes nothing then. */
export async function merge(folders: readonly string[], options: MergeOptions): Promise<ExitCode> {
  const tool = { version: toolVersion(), shippedDir: packageRoot };
  const first = await reopenStudy(folders[0], tool);
  assertSameStudy(first, folders);
  if (first.plan.precision !== undefined && folders.length > 1) throw new Unmergeable(noShards(folders[0]));
  const { plan } = standOf(folders[0], first.plan);
  const found = findChunks({ ...first, plan }, folders);
  if (found.missing.length > 0)
    throw new Unmergeable(
      gapSentence(
        found.missing.map(({ index }) => index),
        countChunks(plan),
      ),
    );
  const study = { ...first, folder: options.out ?? `output/${folderName(first.plan)}` };
  openFolder(study.folder, study.plan);
  gatherChunks(study.folder, found);
  const signal = new AbortController().signal;
  const worked = await workStudy(study, {
    workers: 1,
    hasScreen: false,
    say,
    onProgress: () => {},
    signal,
    facts: toolFacts,
  });
  if (worked.state !== 'finished') return tellUnfinished(worked, study.folder, 'maabar merge');
  const told = { ...study, plan: worked.plan };
  if (options.json) printBatchJson(told, worked.results, worked.look);
  else print(batchSummary(told, worked.results, worked.look));
  return worked.results.summary.failed > 0 ? exitCodes.failedRuns : exitCodes.ok;
}

function noShards(folder: string): string {
  return `${folder} holds a study with "replicates: auto", which has no shards to merge: it is worked in one folder, since whether it needs more replicates follows from all its runs together.`;
}

function gapSentence(missing: readonly number[], chunks: number): string {
  const shown = missing.slice(0, 10).join(', ');
  const more = missing.length > 10 ? ` and ${missing.length - 10} more` : '';
  return `These folders lack ${missing.length} of ${counted(chunks, 'chunk')}: ${shown}${more}. Work the shards that hold them to their end, and merge again.`;
}
