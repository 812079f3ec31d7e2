import { assertSameStudy, findChunks, gatherChunks, Unmergeable } from '../../export/merge-shards.ts';
import { reopenStudy } from '../../export/reopen-study.ts';
import { workStudy } from '../../export/work-study.ts';
import { folderName } from '../../study/plan.ts';
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
  const found = findChunks(first, folders);
  if (found.missing.length > 0)
    throw new Unmergeable(
      gapSentence(
        found.missing.map(({ index }) => index),
        countChunks(first.plan),
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
  if (options.json) printBatchJson(study, worked.results);
  else print(batchSummary(study, worked.results));
  return worked.results.summary.failed > 0 ? exitCodes.failedRuns : exitCodes.ok;
}

function gapSentence(missing: readonly number[], chunks: number): string {
  const shown = missing.slice(0, 10).join(', ');
  const more = missing.length > 10 ? ` and ${missing.length - 10} more` : '';
  return `These folders lack ${missing.length} of ${counted(chunks, 'chunk')}: ${shown}${more}. Work the shards that hold them to their end, and merge again.`;
}
