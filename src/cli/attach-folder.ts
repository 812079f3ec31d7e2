import { type AttachedBatch, shownStudy } from '../dashboard/batch/attached.ts';
import type { ShownStudy } from '../dashboard/batch/snapshot.ts';
import { type FolderWatch, watchFolder } from '../export/watch-folder.ts';
import { readPlan } from '../study/read-plan.ts';
import { playBesideScreen } from '../study/screen-player.ts';
import { folderAbout } from './batch-about.ts';
import { playedAgain } from './played-again.ts';

/** A study's folder to watch, with threads on which its runs are played again. */
export interface AttachedFolder extends AttachedBatch {
  /** Ends the threads, where any were needed. */
  readonly close: () => void;
}

/** The folder of a study as `attachedBatchScreen` shows it, whoever works it. Throws ForeignFolder where it is none, or of another form. */
export function attachFolder(folder: string, player = playBesideScreen()): AttachedFolder {
  const plan = readPlan(folder);
  const about = folderAbout(folder, plan);
  const watch = watchFolder(folder, plan);
  return {
    about,
    watch,
    play: async (scenario) => {
      const run = await playedAgain(folder, plan, scenario, player);
      return { ...run, study: studyOf(about, watch) };
    },
    close: player.close,
  };
}

/** What a watch found last, the same object until it finds more. */
function studyOf(about: AttachedBatch['about'], watch: FolderWatch): () => ShownStudy {
  let look = watch.latest();
  let shown = shownStudy(about, look);
  return () => {
    if (watch.latest() !== look) {
      look = watch.latest();
      shown = shownStudy(about, look);
    }
    return shown;
  };
}
