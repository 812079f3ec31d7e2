import type { AttachedBatch } from '../dashboard/batch/attached.ts';
import { shownStudy } from '../dashboard/batch/attached.ts';
import { watchFolder } from '../export/watch-folder.ts';
import { readPlan } from '../study/read-plan.ts';
import { folderAbout } from './batch-about.ts';
import { playedAgain } from './played-again.ts';

/** The folder of a study as `attachedBatchScreen` shows it: what it keeps, whoever works it, and its runs played again. Throws ForeignFolder. */
export function attachFolder(folder: string): AttachedBatch {
  const plan = readPlan(folder);
  const about = folderAbout(folder, plan);
  const watch = watchFolder(folder, plan);
  return {
    about,
    watch,
    play: async (scenario) => ({
      ...(await playedAgain(folder, plan, scenario)),
      study: shownLately(about, watch),
    }),
  };
}
