import type { AttachedBatch } from '../dashboard/batch/attached.ts';
import { watchFolder } from '../export/watch-folder.ts';
import { readPlan } from '../study/read-plan.ts';
import { playBesideScreen } from '../study/screen-player.ts';
import { folderAbout } from './batch-about.ts';
import { keeperIn } from './keep-shown.ts';
import { playedAgain } from './played-again.ts';

/** A study's folder to watch, with threads on which its runs are played again. */
export interface AttachedFolder extends AttachedBatch {
  /** Ends the threads, where any were needed. */
  readonly close: () => void;
}

/** The folder of a study as `attachedBatchScreen` shows it, whoever works it. Throws ForeignFolder where it is none, or of another form. */
export function attachFolder(folder: string, player = playBesideScreen()): AttachedFolder {
  const plan = readPlan(folder);
  return {
    about: folderAbout(folder, plan),
    watch: watchFolder(folder, plan),
    keeper: keeperIn('.'),
    play: (scenario) => playedAgain(folder, plan, scenario, player),
    close: player.close,
  };
}
